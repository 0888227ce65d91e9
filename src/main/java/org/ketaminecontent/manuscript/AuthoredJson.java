package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.text.AuthoredText;

/** Authored content as JSON, from packs, editors and revisions. Unknown fields are refused, and nothing is guessed. */
public final class AuthoredJson {

    /** The error for a number or boolean where text is required. */
    public static final String MUST_BE_TEXT = "must be text";

    private static final int LONGEST_TOLD = 60;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new DayReader()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            // An unquoted 1.10 would become 1.1: text that looks like a number must be quoted.
            .withCoercionConfig(LogicalType.Textual, AuthoredJson::refuseNumbers)
            .build();

    private AuthoredJson() {}

    private static void refuseNumbers(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /** Content that cannot be read, with the JSON pointer (RFC 6901) of the error. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final String pointer;

        Unreadable(String pointer, String message) {
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
     * Parses content of a type.
     *
     * @throws Unreadable if a field is unknown, has the wrong type, or is too long
     */
    public static <C extends Content> C read(JsonNode tree, Class<C> type) throws Unreadable {
        try {
            return MAPPER.treeToValue(AuthoredTree.checked(tree), type);
        } catch (JsonMappingException e) {
            throw new Unreadable(pointer(e), reason(e));
        } catch (JsonProcessingException e) {
            throw new Unreadable("", "cannot be read");
        }
    }

    /** Parses stored content. */
    public static <C extends Content> C stored(String json, Class<C> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses stored content as a tree. */
    public static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content as a tree, with its fields in order and without empty ones. */
    public static JsonNode tree(Content content) {
        return MAPPER.valueToTree(content);
    }

    /** The content as JSON text. */
    public static String text(Content content) {
        return tree(content).toString();
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : member("", step.getFieldName()))
                .collect(Collectors.joining());
    }

    /** The JSON pointer (RFC 6901) of a member of the value at another pointer. */
    static String member(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Never the library's message, which contains class names and the whole value. */
    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown key; the keys are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .filter(key -> !key.equals("body"))
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e.getCause() instanceof InputCoercionException) {
            return "must be a whole number of nine digits or fewer";
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? expected(mismatch.getTargetType(), mismatch)
                : "cannot be read";
    }

    private static String expected(Class<?> type, MismatchedInputException e) {
        if (type.isEnum()) {
            var given = e instanceof InvalidFormatException format
                    ? "'" + AuthoredText.shortened(String.valueOf(format.getValue()), LONGEST_TOLD) + "' is "
                    : "is ";
            return given + "not one of the values "
                    + Stream.of(type.getEnumConstants())
                            .map(each -> MAPPER.valueToTree(each).asText())
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "must be a day such as 2026-01-31, in the years 1970 to 9999";
            case "String" -> MUST_BE_TEXT;
            case "Boolean", "boolean" -> "must be true or false";
            case "Integer", "int" -> "must be a whole number";
            case "Double", "double" -> "must be a number";
            case "List", "ArrayList" -> "must be a list";
            default -> "must be a group of fields";
        };
    }
}
