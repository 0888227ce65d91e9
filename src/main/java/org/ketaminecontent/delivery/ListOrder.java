package org.ketaminecontent.delivery;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.SortKeys;
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

    /** One sort key and its direction. */
    private record Key(RecordComponent property, boolean descending) {

        static Key of(String text, ContentType<?, ?> type) {
            boolean descending = text.startsWith("-");
            var name = descending ? text.substring(1) : text;
            return SortKeys.of(type.sortKeys())
                    .filter(property -> property.getName().equals(name))
                    .map(property -> new Key(property, descending))
                    .findFirst()
                    .orElseThrow();
        }

        String name() {
            return property.getName();
        }

        String hql() {
            return collated() + (descending ? " desc" : "");
        }

        /** The expression to compare. */
        String collated() {
            return name().equals("slug")
                    ? "collate(slug as ucs_basic)"
                    : property.getType() == String.class ? "collate(" + name() + " as unicode)" : name();
        }

        String value(SortKeys document) {
            try {
                return String.valueOf(property.getAccessor().invoke(document));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a public record can be read", e);
            }
        }

        Object parse(String value) {
            try {
                if (property.getType() == int.class) {
                    return Integer.valueOf(value);
                }
                return property.getType() == Instant.class
                        ? Rfc3339.parse(value).orElseThrow(Cursor::unreadable)
                        : value;
            } catch (NumberFormatException e) {
                throw Cursor.unreadable();
            }
        }
    }

    private final ContentType<?, ?> type;
    private final List<Key> keys;

    /** The order that a content type's lists have by default. */
    ListOrder(ContentType<?, ?> type) {
        this(type, type.sortKeyNames().subList(0, 1));
    }

    /**
     * @param sort sort keys, each with a minus sign for descending order
     * @throws InvalidParameters if a key appears twice
     */
    ListOrder(ContentType<?, ?> type, List<String> sort) {
        this.type = type;
        // Titles repeat: without a unique last key, rows jump between pages.
        var named = sort.stream().map(key -> Key.of(key, type)).toList();
        refuseTwice(named);
        keys = Stream.concat(named.stream(), Stream.of(Key.of("slug", type)))
                .distinct()
                .toList();
    }

    /** With two directions for one key, the second would have no effect. */
    private static void refuseTwice(List<Key> keys) {
        var seen = new HashSet<String>();
        for (var key : keys) {
            if (!seen.add(key.name())) {
                throw new InvalidParameters(
                        "sort",
                        ErrorCode.DUPLICATE_VALUE,
                        "The parameter 'sort' has the key '" + key.name() + "' twice.");
            }
        }
    }

    /** The first documents of the list. */
    List<? extends SortKeys> first(int limit, ListFilter filter) {
        var order = keys.stream().map(Key::hql).collect(Collectors.joining(", ", " order by ", ""));
        var values = new HashMap<>(filter.values());
        values.put("first", limit);
        // For the offset in Panache's pages, PostgreSQL would sort all documents instead of reading an index.
        // A list, not a stream: a stream would hold the connection until it is closed.
        return type.find(filter.clause() + order + " limit :first", values)
                .project(type.sortKeys())
                .list();
    }

    /** The place of a document in the list: the values of its sort keys. */
    List<String> position(SortKeys document) {
        return keys.stream().map(key -> key.value(document)).toList();
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
            values.put("after" + i, key.parse(position.get(i)));
            alternatives.add(equal + key.collated() + (key.descending() ? " < " : " > ") + ":after" + i);
            equal += key.name() + " = :after" + i + " and ";
        }
        filter.add(alternatives.stream().map(each -> "(" + each + ")").collect(Collectors.joining(" or ")), values);
    }
}
