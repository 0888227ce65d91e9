package org.ketaminecontent.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.AuthoredTree;
import org.ketaminecontent.text.Prose;

/** The differences between two versions: for programs as a JSON Patch (RFC 6902), for people by fields and sentences. */
@Schema(name = "Comparison")
public record Comparison(
        @Schema(description = "The revision that is compared.")
        int from,

        @Schema(description = "The revision that it is compared with.")
        int to,

        @Schema(description = "The changes between both as a JSON Patch (RFC 6902).")
        List<JsonNode> patch,

        List<Difference> differences) {

    /** A longer difference is told as a whole: the time of a comparison grows with the square of what differs. */
    private static final int MOST_LINES = 1_000;

    /** A field that is not the same. Of text, only sentences that are gone or new are told. */
    @Schema(name = "Difference")
    public record Difference(
            @Schema(description = "JSON pointer of the field.")
            String pointer,

            List<String> removed,
            List<String> added) {}

    static Comparison of(Revision from, Revision to) {
        var one = tree(from);
        var other = tree(to);
        return new Comparison(from.number, to.number, patch(one, other), differences(one, other));
    }

    /** The names of the fields that differ. */
    List<String> fields() {
        return differences.stream()
                .map(each -> each.pointer().substring(1))
                .distinct()
                .toList();
    }

    private static JsonNode tree(Revision revision) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("slug", revision.slug);
        tree.setAll((ObjectNode) revision.tree());
        return tree;
    }

    private static List<JsonNode> patch(JsonNode from, JsonNode to) {
        var operations = new ArrayList<JsonNode>();
        if (!AuthoredTree.isBounded(from) || !AuthoredTree.isBounded(to)) {
            names(from, to).forEach(name -> operations.add(replacement(name, from.get(name), to.get(name))));
            return operations;
        }
        AuthoredJson.parse(Json.createDiff(object(from), object(to)).toString()).forEach(operations::add);
        return operations;
    }

    /** Of what was written before there were bounds, whole fields are replaced. */
    private static JsonNode replacement(String name, @Nullable JsonNode from, @Nullable JsonNode to) {
        var operation = JsonNodeFactory.instance.objectNode();
        operation.put("op", to == null ? "remove" : from == null ? "add" : "replace");
        operation.put("path", "/" + name);
        return to == null ? operation : operation.set("value", to);
    }

    private static JsonObject object(JsonNode tree) {
        try (var reader = Json.createReader(new StringReader(tree.toString()))) {
            return reader.readObject();
        }
    }

    private static List<Difference> differences(JsonNode from, JsonNode to) {
        return names(from, to)
                .map(name -> difference(name, lines(from.get(name)), lines(to.get(name))))
                .toList();
    }

    /** The names of the fields that are not the same. */
    private static Stream<String> names(JsonNode from, JsonNode to) {
        var names = new TreeSet<String>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        return names.stream().filter(name -> !Objects.equals(from.get(name), to.get(name)));
    }

    private static Difference difference(String name, List<String> from, List<String> to) {
        var removed = new ArrayList<String>();
        var added = new ArrayList<String>();
        int same = 0;
        while (same < Math.min(from.size(), to.size()) && from.get(same).equals(to.get(same))) {
            same++;
        }
        var one = from.subList(same, from.size());
        var other = to.subList(same, to.size());
        if (one.size() + other.size() > MOST_LINES) {
            return new Difference("/" + name, one, other);
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(one, other).getDeltas()) {
            removed.addAll(delta.getSource().getLines());
            added.addAll(delta.getTarget().getLines());
        }
        return new Difference("/" + name, removed, added);
    }

    /** The pieces of a value that are compared: the sentences of a text, the items of a list. */
    private static List<String> lines(@Nullable JsonNode value) {
        if (value == null) {
            return List.of();
        }
        if (value.isTextual()) {
            return value.asText().lines().flatMap(Comparison::sentences).toList();
        }
        return value.isArray()
                ? Stream.of(value)
                        .flatMap(list -> {
                            var items = new ArrayList<String>();
                            list.forEach(item -> items.add(item.isTextual() ? item.asText() : item.toString()));
                            return items.stream();
                        })
                        .toList()
                : List.of(value.toString());
    }

    private static Stream<String> sentences(String line) {
        var sentences = Prose.sentences(line);
        return sentences.isEmpty() && !line.isBlank() ? Stream.of(line) : sentences.stream();
    }
}
