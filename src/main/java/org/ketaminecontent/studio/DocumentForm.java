package org.ketaminecontent.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.text.AuthoredText;
import org.ketaminecontent.text.Prose;

/** A form for the content of a content type, made of its record. */
final class DocumentForm {

    static final String PREFIX = "content.";

    private static final int BODY_ROWS = 24;
    private static final int YAML_ROWS = 10;
    private static final int TEXT_ROWS = 4;
    private static final int LIST_ROWS = 3;

    private final List<ContentField> fields;

    DocumentForm(ContentType<?, ?> type) {
        fields = ContentField.of(type);
    }

    /**
     * The fields, filled in with content.
     *
     * @param findings the faults, by the name of the field
     */
    List<FormField> fields(JsonNode content, Map<String, List<String>> findings) {
        return fields(field -> field.text(content), findings);
    }

    /** The fields, filled in as they were sent, even if that cannot be read. */
    List<FormField> fields(MultivaluedMap<String, String> sent, Map<String, List<String>> findings) {
        return fields(field -> written(field, sent), findings);
    }

    private List<FormField> fields(Function<ContentField, String> value, Map<String, List<String>> findings) {
        return fields.stream()
                .map(field -> shown(field, value.apply(field), findings))
                .toList();
    }

    /** Tells whether a form was sent with exactly this content. */
    boolean isSame(MultivaluedMap<String, String> sent, JsonNode content) {
        return fields.stream().allMatch(field -> isSame(field, sent, content));
    }

    private static boolean isSame(ContentField field, MultivaluedMap<String, String> sent, JsonNode content) {
        return field.shown(field.text(content)).equals(field.shown(written(field, sent)));
    }

    /** The fields in which the text that was sent differs from the one that is saved. */
    List<ConflictPage.Clash> clashes(MultivaluedMap<String, String> sent, JsonNode content) {
        return fields.stream()
                .filter(field -> !isSame(field, sent, content))
                .map(field -> {
                    var mine = written(field, sent);
                    var theirs = field.text(content);
                    return new ConflictPage.Clash(
                            shown(field, mine, Map.of()), theirs, only(theirs, mine), only(mine, theirs));
                })
                .toList();
    }

    /** The sentences of a text that another one does not have. */
    private static List<String> only(String text, String other) {
        var others = Set.copyOf(sentences(other));
        return sentences(text).stream().filter(each -> !others.contains(each)).toList();
    }

    private static List<String> sentences(String text) {
        return text.lines()
                .flatMap(line -> Prose.sentences(line).isEmpty() ? Stream.of(line) : Prose.sentences(line).stream())
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String written(ContentField field, MultivaluedMap<String, String> sent) {
        var value = sent.getFirst(PREFIX + field.name());
        if (field.type() == FormField.Type.FLAG) {
            return String.valueOf(value != null);
        }
        return value == null ? "" : AuthoredText.lines(value);
    }

    private static FormField shown(ContentField field, String value, Map<String, List<String>> findings) {
        return new FormField(
                PREFIX + field.name(),
                label(field.name()),
                field.type(),
                value,
                help(field),
                field.choices(),
                field.isRequired(),
                rows(field),
                findings.getOrDefault(field.name(), List.of()));
    }

    private static int rows(ContentField field) {
        return switch (field.type()) {
            case YAML -> YAML_ROWS;
            case LIST -> LIST_ROWS;
            default -> field.isBody() ? BODY_ROWS : TEXT_ROWS;
        };
    }

    private static @Nullable String help(ContentField field) {
        return switch (field.type()) {
            case YAML -> "As YAML, the way the content pack has it.";
            case LIST -> "One in each line.";
            default -> field.isBody() ? "Markdown. Cite with [@reference]; link with [[collection/slug|words]]." : null;
        };
    }

    /** {@code whenToGetUrgentHelp} as "When to get urgent help". */
    static String label(String name) {
        var words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * The filled-in form as the API takes it.
     *
     * @throws org.ketaminecontent.http.Failure if YAML cannot be read
     */
    ObjectNode draft(MultivaluedMap<String, String> form) {
        var draft = JsonNodeFactory.instance.objectNode();
        draft.put("slug", Objects.requireNonNullElse(form.getFirst("slug"), "").strip());
        draft.put("minor", form.containsKey("minor"));
        var note = form.getFirst("note");
        if (note != null && !note.isBlank()) {
            draft.put("note", note.strip());
        }
        var content = draft.putObject("content");
        fields.forEach(field -> {
            var value = field.value(form.getFirst(PREFIX + field.name()));
            if (value != null) {
                content.set(field.name(), value);
            }
        });
        return draft;
    }
}
