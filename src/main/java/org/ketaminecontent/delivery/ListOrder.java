package org.ketaminecontent.delivery;

import jakarta.persistence.metamodel.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private record Key(String property, boolean descending) {

        static Key of(String text) {
            return text.startsWith("-") ? new Key(text.substring(1), true) : new Key(text, false);
        }

        String hql() {
            return collated() + (descending ? " desc" : "");
        }

        /** The expression to compare. */
        String collated() {
            return property.equals("slug")
                    ? "collate(e.slug as ucs_basic)"
                    : UNCOLLATED.contains(property) ? "e." + property : "collate(e." + property + " as unicode)";
        }
    }

    /** Properties that are numbers or instants. */
    private static final Set<String> UNCOLLATED = Set.of("position", "year", "publishedAt", "updatedAt");

    private final List<Key> keys;

    /**
     * @param sort sort keys, each with a minus sign for descending order
     * @throws InvalidParameters if a key appears twice
     */
    ListOrder(List<String> sort) {
        refuseTwice(sort);
        // Titles repeat: without a unique last key, rows jump between pages.
        keys = Stream.concat(sort.stream(), Stream.of("slug"))
                .map(Key::of)
                .distinct()
                .toList();
    }

    /** With two directions for one key, the second would have no effect. */
    private static void refuseTwice(List<String> sort) {
        var seen = new HashSet<String>();
        for (var key : sort) {
            var property = Key.of(key).property();
            if (!seen.add(property)) {
                throw new InvalidParameters(
                        "sort",
                        ErrorCode.DUPLICATE_VALUE,
                        "The parameter 'sort' has the key '" + property + "' twice.");
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
    void after(List<String> position, EntityType<?> type, ListFilter filter) {
        var alternatives = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        var equal = "";
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            values.put(
                    "after" + i,
                    parse(position.get(i), type.getAttribute(key.property()).getJavaType()));
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
