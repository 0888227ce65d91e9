package org.ketaminecontent.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.text.AuthoredText;
import org.ketaminecontent.text.AuthoredYaml;

/**
 * A field of authored content: its value as JSON, and as the text that a form shows.
 *
 * @param type the way in which a form shows it
 */
record ContentField(RecordComponent component, FormField.Type type) {

    private static final String BODY = "body";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .enable(Feature.MINIMIZE_QUOTES)
            .build();

    /** The fields of a content type's content, in their order. */
    static List<ContentField> of(ContentType<?, ?> contentType) {
        return Stream.of(Objects.requireNonNull(contentType.contentType().getRecordComponents(), "content is a record"))
                .map(component -> new ContentField(component, type(component, contentType)))
                .toList();
    }

    private static FormField.Type type(RecordComponent component, ContentType<?, ?> contentType) {
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
            var name = component.getName();
            return name.equals(BODY) || contentType.longFields().contains(name)
                    ? FormField.Type.TEXT
                    : FormField.Type.LINE;
        }
        return raw.isRecord() || raw == List.class || raw == Map.class ? FormField.Type.YAML : FormField.Type.LINE;
    }

    String name() {
        return component.getName();
    }

    boolean isBody() {
        return name().equals(BODY);
    }

    boolean isRequired() {
        var accessor = component.getAccessor();
        return accessor.isAnnotationPresent(NotBlank.class) || accessor.isAnnotationPresent(NotNull.class);
    }

    /** The words that can be chosen; none if the field is not a choice. */
    List<String> choices() {
        return type != FormField.Type.CHOICE
                ? List.of()
                : Stream.of(component.getType().getEnumConstants())
                        .map(each -> word((Enum<?>) each))
                        .toList();
    }

    private static String word(Enum<?> constant) {
        try {
            var named = constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return named == null ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-') : named.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value in the content, as a form shows it. */
    String text(JsonNode content) {
        var value = content.path(name());
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (type) {
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

    /** The text as a browser sends it back: a line has no ends of lines, and blanks around a text do not count. */
    String shown(String text) {
        if (type == FormField.Type.FLAG) {
            return String.valueOf(text.equals("true"));
        }
        var lines = AuthoredText.lines(text).strip();
        return type == FormField.Type.LINE ? lines.replace("\n", "") : lines;
    }

    /**
     * The value that was filled in; null if there is none.
     *
     * @throws org.ketaminecontent.http.Failure if it is YAML that cannot be read
     */
    @Nullable
    JsonNode value(@Nullable String filled) {
        if (type == FormField.Type.FLAG) {
            return JsonNodeFactory.instance.booleanNode(filled != null);
        }
        if (filled == null || filled.isBlank()) {
            return null;
        }
        // Browsers send the ends of lines as the mail does.
        var text = AuthoredText.lines(filled);
        return switch (type) {
            case LIST -> list(text);
            case YAML -> parse(text);
            default ->
                isNumber(text) ? number(text) : JsonNodeFactory.instance.textNode(isBody() ? text : text.strip());
        };
    }

    private static JsonNode list(String text) {
        var list = JsonNodeFactory.instance.arrayNode();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
        return list;
    }

    private boolean isNumber(String text) {
        var raw = component.getType();
        return (raw == Integer.class || raw == int.class) && text.strip().matches("-?\\d{1,9}");
    }

    private static JsonNode number(String text) {
        return JsonNodeFactory.instance.numberNode(Integer.parseInt(text.strip()));
    }

    private JsonNode parse(String yaml) {
        try {
            return AuthoredYaml.read(yaml, 1).tree();
        } catch (AuthoredYaml.Unreadable e) {
            throw JsonBodyReader.invalid(
                    List.of(JsonBodyReader.detail("/content/" + name(), "line " + e.line() + ": " + e.reason())));
        }
    }
}
