package org.ketaminecontent.http;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists in query parameters. Client generators write them with commas or by repetition (OpenAPI's {@code explode}),
 * whatever a description says; both mean the same.
 */
public final class ParameterLists {

    private static final String COMMA = ",";

    /** Parameters with one free text, in which a comma is not a separator. */
    static final Set<String> TEXTS = Set.of("q", "url", "cursor", "clinic");

    /** Lists whose order matters. */
    private static final Set<String> ORDERED = Set.of("sort", "code");

    private ParameterLists() {}

    /** The values of a list. */
    public static List<String> items(List<String> given) {
        return given.stream()
                .flatMap(value -> Arrays.stream(value.split(COMMA, -1)))
                .toList();
    }

    /** The values of a parameter in canonical form. */
    public static List<String> canonical(String name, List<String> given) {
        if (TEXTS.contains(name)) {
            return given;
        }
        var items = items(given);
        return ORDERED.contains(name) ? items : items.stream().sorted().toList();
    }

    /** The same as one value with commas; free text unchanged. */
    public static String joined(String name, List<String> given) {
        return canonical(name, given).stream().collect(Collectors.joining(COMMA));
    }
}
