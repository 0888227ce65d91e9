package org.ketaminecontent.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.Problem.Detail;

/** Parses JSON request bodies: unknown members are refused, nothing is guessed, and every error has a JSON pointer. */
public final class JsonBodyReader {

    /** More than twice the depth of any real document. */
    static final int DEEPEST = 32;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 100;

    /** Longer than any text in the content; the fields have their own limits. */
    private static final int LONGEST_TEXT = 20_000;

    /** The maximum number of reported errors; further ones are only counted. */
    private static final int MOST_TOLD = 50;

    /** The words by which Jackson names a source that it does not show. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; ");

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new JavaTimeModule())
            .addModule(Rfc3339.module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, config -> {
                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .build();

    private JsonBodyReader() {}

    /**
     * The body as a tree.
     *
     * @throws Failure if it is not a JSON object, is nested too deeply, or has duplicate members
     */
    public static JsonNode tree(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw malformed("The body is empty; it must be a JSON object.");
        }
        try {
            var tree = MAPPER.readTree(body);
            if (!tree.isObject()) {
                throw malformed("The body must be a JSON object.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw malformed("The body is not JSON: " + fault(e)
                    + (place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")")
                    + ".");
        } catch (IOException e) {
            throw malformed("The body cannot be read as UTF-8 text.");
        }
    }

    private static String fault(JsonProcessingException e) {
        return e instanceof MismatchedInputException
                ? "something follows the object"
                : SOURCE.matcher(e.getOriginalMessage()).replaceAll("[");
    }

    /**
     * Refuses texts that cannot be stored or must not be repeated in an answer.
     *
     * @throws Failure with a pointer to the text
     */
    public static JsonNode kept(JsonNode tree) {
        refuseUnkept(tree, "");
        return tree;
    }

    private static void refuseUnkept(JsonNode node, String pointer) {
        if (node.isTextual()) {
            refuseUnkept(node.textValue(), pointer);
        }
        node.properties().forEach(each -> {
            refuseUnkept(each.getKey(), pointer);
            refuseUnkept(each.getValue(), member(pointer, each.getKey()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            refuseUnkept(node.get(i), pointer + "/" + i);
        }
    }

    private static void refuseUnkept(String text, String pointer) {
        if (text.length() > LONGEST_TEXT) {
            throw invalid(List.of(detail(pointer, "must have " + LONGEST_TEXT + " characters or fewer")));
        }
        if (text.indexOf('\0') >= 0) {
            throw invalid(List.of(detail(pointer, "must not contain a NUL character")));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw invalid(List.of(detail(pointer, "must not contain half a character (an unpaired surrogate)")));
        }
    }

    private static Failure malformed(String message) {
        return new Failure(ErrorCode.MALFORMED_BODY, message);
    }

    /**
     * Converts a tree to a record.
     *
     * @throws Failure with a pointer to a member that is unknown or has the wrong type
     */
    public static <T> T read(JsonNode tree, Class<T> type) {
        kept(tree);
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw invalid(List.of(detail(pointer(e), reason(e))));
        } catch (JsonProcessingException e) {
            throw malformed("The body cannot be read.");
        }
    }

    /** The failure for invalid content, with all errors. */
    public static Failure invalid(List<Detail> details) {
        var inOrder = new ArrayList<>(details);
        inOrder.sort(Comparator.comparing(each -> String.valueOf(each.pointer())));
        if (inOrder.size() > MOST_TOLD) {
            inOrder.subList(MOST_TOLD, inOrder.size()).clear();
            inOrder.add(detail("", "and " + (details.size() - MOST_TOLD) + " more errors"));
        }
        return new Failure(
                ErrorCode.INVALID_CONTENT,
                details.size() == 1 ? "The body breaks a rule." : "The body breaks " + details.size() + " rules.",
                inOrder,
                Map.of());
    }

    /** One error with its JSON pointer (RFC 6901). */
    public static Detail detail(String pointer, String message) {
        return new Detail(null, null, pointer, ErrorCode.INVALID_CONTENT, message);
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : member("", step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String member(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            var known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            return "There is no member '" + unknown.getPropertyName() + "' here; the members are "
                    + String.join(", ", known) + "." + DidYouMean.hint(unknown.getPropertyName(), known);
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return allowed(mismatch.getTargetType());
        }
        return e.getCause() instanceof InputCoercionException
                ? "must be a whole number of nine digits or fewer"
                : "cannot be read";
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return "must be one of "
                    + List.of(type.getEnumConstants()).stream()
                            .map(MAPPER::valueToTree)
                            .map(each -> ((JsonNode) each).asText())
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> "must be an instant such as 2026-01-31T12:00:00Z (RFC 3339), in the years 1970 to 9999";
            case "LocalDate" -> "must be a day such as 2026-01-31, in the years 1970 to 9999";
            case "String" -> "must be a text";
            case "Boolean", "boolean" -> "must be true or false";
            case "Integer", "int", "Long", "long" -> "must be a whole number";
            case "List", "ArrayList", "Set" -> "must be a list";
            default -> "must be an object";
        };
    }
}
