package org.ketaminecontent.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.text.AuthoredText;
import org.ketaminecontent.text.AuthoredYaml;
import org.ketaminecontent.text.Prose;

/** A form for a kind of content, made of what its record says. */
final class DocumentForm {

    static final String PREFIX = "content.";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .enable(Feature.MINIMIZE_QUOTES)
            .build();

    private static final int BODY_ROWS = 24;
    private static final int YAML_ROWS = 10;
    private static final int TEXT_ROWS = 4;
    private static final int LIST_ROWS = 3;

    /** The fields that are longer than a line. */
    private static final List<String> LONG = List.of(
            "summary", "riskSummary", "shortAnswer", "whatItIs", "howKetamineIsUsed", "citation", "description");

    private final Class<? extends Content> type;

    DocumentForm(Class<? extends Content> type) {
        this.type = type;
    }

    /**
     * The fields, as they are filled in.
     *
     * @param findings what is wrong, by the name of the field
     */
    List<FormField> fields(JsonNode content, Map<String, List<String>> findings) {
        return components()
                .map(component -> field(component, saved(component, content), findings))
                .toList();
    }

    /** The same, just as they were sent, whether that can be read or not. */
    List<FormField> fields(MultivaluedMap<String, String> sent, Map<String, List<String>> findings) {
        return components()
                .map(component -> field(component, written(component, sent), findings))
                .toList();
    }

    /** Tells if a form was sent with just this content in it. */
    boolean isSame(MultivaluedMap<String, String> sent, JsonNode content) {
        return components()
                .allMatch(component ->
                        shown(component, saved(component, content)).equals(shown(component, written(component, sent))));
    }

    /** The fields in which what was sent is not what is saved. */
    List<ConflictPage.Clash> clashes(MultivaluedMap<String, String> sent, JsonNode content) {
        return components()
                .filter(component ->
                        !shown(component, saved(component, content)).equals(shown(component, written(component, sent))))
                .map(component -> {
                    var mine = written(component, sent);
                    var theirs = saved(component, content);
                    return new ConflictPage.Clash(
                            field(component, mine, Map.of()), theirs, only(theirs, mine), only(mine, theirs));
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

    /** As a browser sends it back: a line has no ends of lines, and what is around a text does not count. */
    private static String shown(RecordComponent component, String text) {
        var kind = kind(component);
        if (kind == FormField.Type.FLAG) {
            return String.valueOf(text.equals("true"));
        }
        var lines = AuthoredText.lines(text).strip();
        return kind == FormField.Type.LINE ? lines.replace("\n", "") : lines;
    }

    private static String saved(RecordComponent component, JsonNode content) {
        return text(kind(component), content.path(component.getName()));
    }

    private static String written(RecordComponent component, MultivaluedMap<String, String> sent) {
        var value = sent.getFirst(PREFIX + component.getName());
        if (kind(component) == FormField.Type.FLAG) {
            return String.valueOf(value != null);
        }
        return value == null ? "" : AuthoredText.lines(value);
    }

    private Stream<RecordComponent> components() {
        return Stream.of(Objects.requireNonNull(type.getRecordComponents(), "content is a record"));
    }

    private FormField field(RecordComponent component, String value, Map<String, List<String>> findings) {
        var name = component.getName();
        var kind = kind(component);
        int rows = switch (kind) {
            case YAML -> YAML_ROWS;
            case LIST -> LIST_ROWS;
            default -> name.equals("body") ? BODY_ROWS : TEXT_ROWS;
        };
        var help = switch (kind) {
            case YAML -> "As YAML, the way the content pack has it.";
            case LIST -> "One in each line.";
            default ->
                name.equals("body") ? "Markdown. Cite with [@reference]; link with [[collection/slug|words]]." : null;
        };
        return new FormField(
                PREFIX + name,
                label(name),
                kind,
                value,
                help,
                choices(component.getType()),
                component.getAccessor().isAnnotationPresent(NotBlank.class)
                        || component.getAccessor().isAnnotationPresent(NotNull.class),
                rows,
                findings.getOrDefault(name, List.of()));
    }

    private static FormField.Type kind(RecordComponent component) {
        var raw = component.getType();
        if (raw.isEnum()) {
            return FormField.Type.CHOICE;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return FormField.Type.FLAG;
        }
        if (raw == List.class
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item) {
            return item == String.class || item.isEnum() ? FormField.Type.LIST : FormField.Type.YAML;
        }
        if (raw == String.class) {
            return component.getName().equals("body") || LONG.contains(component.getName())
                    ? FormField.Type.TEXT
                    : FormField.Type.LINE;
        }
        return raw.isRecord() || raw == List.class || raw == Map.class ? FormField.Type.YAML : FormField.Type.LINE;
    }

    /** {@code whenToGetUrgentHelp} as "When to get urgent help". */
    static String label(String name) {
        var words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static List<String> choices(Class<?> type) {
        if (!type.isEnum()) {
            return List.of();
        }
        return Stream.of(type.getEnumConstants())
                .map(each -> wire((Enum<?>) each))
                .toList();
    }

    private static String wire(Enum<?> constant) {
        try {
            var named = constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return named == null ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-') : named.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(FormField.Type kind, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (kind) {
            case LIST ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("\n"));
            case YAML -> yaml(value);
            default -> value.asText();
        };
    }

    private static String yaml(JsonNode value) {
        try {
            return YAML.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON is YAML", e);
        }
    }

    /**
     * The filled-in form as the API takes it.
     *
     * @throws org.ketaminecontent.http.Failure where YAML cannot be read
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
        components().forEach(component -> {
            var value = value(component, form.getFirst(PREFIX + component.getName()));
            if (value != null) {
                content.set(component.getName(), value);
            }
        });
        return draft;
    }

    /** Null where nothing is filled in. */
    private static @Nullable JsonNode value(RecordComponent component, @Nullable String filled) {
        var kind = kind(component);
        if (kind == FormField.Type.FLAG) {
            return JsonNodeFactory.instance.booleanNode(filled != null);
        }
        if (filled == null || filled.isBlank()) {
            return null;
        }
        // Browsers send the ends of lines as the mail does.
        var text = AuthoredText.lines(filled);
        if (kind == FormField.Type.LIST) {
            var list = JsonNodeFactory.instance.arrayNode();
            text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
            return list;
        }
        if (kind == FormField.Type.YAML) {
            return parse(component.getName(), text);
        }
        boolean number = component.getType() == Integer.class || component.getType() == int.class;
        if (number && text.strip().matches("-?\\d{1,9}")) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(text.strip()));
        }
        return JsonNodeFactory.instance.textNode(component.getName().equals("body") ? text : text.strip());
    }

    private static JsonNode parse(String name, String yaml) {
        try {
            return AuthoredYaml.read(yaml, 1).tree();
        } catch (AuthoredYaml.Unreadable e) {
            throw JsonBodyReader.invalid(
                    List.of(JsonBodyReader.detail("/content/" + name, "line " + e.line() + ": " + e.reason())));
        }
    }
}
