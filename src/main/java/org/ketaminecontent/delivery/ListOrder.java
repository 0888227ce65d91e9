package org.ketaminecontent.delivery;

import jakarta.persistence.metamodel.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.http.Rfc3339;

/**
 * The order of a list, and its continuation after a given document: by keyset, so that the cost of a page does not grow
 * with its distance from the start. Titles are in the order of Unicode's root collation (CLDR), slugs in that of their
 * characters, whatever the database's own collation.
 */
final class ListOrder {

    /** One sort key: a property of the entity, and its direction. */
    private record Key(String property, boolean descending, Class<?> type) {

        static Key of(String text, EntityType<?> attributes) {
            boolean descending = text.startsWith("-");
            var property = descending ? text.substring(1) : text;
            return new Key(
                    property, descending, attributes.getAttribute(property).getJavaType());
        }

        String hql() {
            return collated() + (descending ? " desc" : "");
        }

        /** The expression to compare. */
        String collated() {
            return property.equals("slug")
                    ? "collate(e.slug as ucs_basic)"
                    : type == String.class ? "collate(e." + property + " as unicode)" : "e." + property;
        }
    }

    private final List<Key> keys;

    /**
     * @param sort sort keys, each with a minus sign for descending order
     * @param attributes the attributes of the entity
     * @throws InvalidParameters if a key appears twice
     */
    ListOrder(List<String> sort, EntityType<?> attributes) {
        // Titles repeat: without a unique last key, rows jump between pages.
        var named = sort.stream().map(key -> Key.of(key, attributes)).toList();
        refuseTwice(named);
        keys = Stream.concat(named.stream(), Stream.of(Key.of("slug", attributes)))
                .distinct()
                .toList();
    }

    /** With two directions for one key, the second would have no effect. */
    private static void refuseTwice(List<Key> keys) {
        var seen = new HashSet<String>();
        for (var key : keys) {
            if (!seen.add(key.property())) {
                throw new InvalidParameters(
                        "sort",
                        ErrorCode.DUPLICATE_VALUE,
                        "The parameter 'sort' has the key '" + key.property() + "' twice.");
            }
        }
    }

    /** The HQL to order by. */
    String hql() {
        return keys.stream().map(Key::hql).collect(Collectors.joining(", "));
    }

    /** The sort keys' values, to select beside the entity. */
    String selected() {
        return keys.stream().map(key -> "e." + key.property()).collect(Collectors.joining(", "));
    }

    int size() {
        return keys.size();
    }

    /** Restricts the list to documents after the position. */
    void after(List<String> position, ListFilter filter) {
        var alternatives = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        var equal = "";
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            values.put("after" + i, parse(position.get(i), key.type()));
            alternatives.add(equal + key.collated() + (key.descending() ? " < " : " > ") + ":after" + i);
            equal += "e." + key.property() + " = :after" + i + " and ";
        }
        filter.add(alternatives.stream().map(each -> "(" + each + ")").collect(Collectors.joining(" or ")), values);
    }

    private static Object parse(String value, Class<?> type) {
        try {
            if (type == int.class) {
                return Integer.valueOf(value);
            }
            return type == Instant.class ? Rfc3339.parse(value).orElseThrow(Cursor::unreadable) : value;
        } catch (NumberFormatException e) {
            throw Cursor.unreadable();
        }
    }
}
