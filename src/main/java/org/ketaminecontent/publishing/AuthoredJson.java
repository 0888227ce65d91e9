package org.ketaminecontent.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.ketaminecontent.content.Content;

/** Authored content as JSON, whoever writes it: pack, editors, revisions. Nothing unknown is dropped, nothing guessed. */
public final class AuthoredJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            // An unquoted 1.10 would become 1.1: text that looks like a number must be quoted.
            .withCoercionConfig(LogicalType.Textual, AuthoredJson::refuseNumbers)
            .build();

    private AuthoredJson() {}

    private static void refuseNumbers(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /** Content that cannot be read, with the JSON pointer (RFC 6901) of what is wrong with it. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final String pointer;

        private Unreadable(String pointer, String message) {
            super(message);
            this.pointer = pointer;
        }

        public String pointer() {
            return pointer;
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Content of a kind.
     *
     * @throws Unreadable where something is unknown, or not of its type
     */
    public static <C extends Content> C read(JsonNode tree, Class<C> type) throws Unreadable {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw new Unreadable(pointer(e), reason(e));
        } catch (JsonProcessingException e) {
            throw new Unreadable("", e.getOriginalMessage());
        }
    }

    /** Content that was read before. */
    public static <C extends Content> C stored(String json, Class<C> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content that was read before, as a tree. */
    public static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content with its fields in their order, without those that hold nothing. */
    public static JsonNode tree(Content content) {
        return MAPPER.valueToTree(content);
    }

    /** The same as text. */
    public static String text(Content content) {
        return tree(content).toString();
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }

    /** The library's message without class names. */
    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown key; the keys are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .filter(key -> !key.equals("body"))
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        return e.getOriginalMessage().replaceAll("`?(?:[a-z]+\\.)+([A-Z][A-Za-z]*\\$?)+`?", "$1");
    }
}
