package org.ketaminecontent.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares a document with its version before, as both are delivered. */
final class ChangedFields {

    /** Every version has its own. */
    private static final Set<String> ALWAYS = Set.of("version", "updatedAt");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChangedFields() {}

    /** The names of the fields that differ, in alphabetical order. */
    static List<String> between(String before, String after) {
        var old = read(before);
        var present = read(after);
        var names = new TreeSet<String>();
        old.fieldNames().forEachRemaining(names::add);
        present.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !ALWAYS.contains(name) && !Objects.equals(old.get(name), present.get(name)))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rendition is JSON", e);
        }
    }
}
