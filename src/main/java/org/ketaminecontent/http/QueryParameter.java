package org.ketaminecontent.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ketaminecontent.http.Problem.Detail;

/**
 * A query parameter and its allowed values.
 *
 * @param isList whether it takes several values, with commas or by repetition
 * @param item the schema of each value
 */
public record QueryParameter(String name, boolean isList, JsonNode item) {

    static final int LONGEST_SHOWN = 60;

    /** The oldest content version that an answer may show; every address that delivers content takes it. */
    public static final QueryParameter AT_LEAST = number("atLeast", 0, Integer.MAX_VALUE);

    /**
     * The maximum number of values, because each costs the database time; lists of enumerated names may have all names.
     */
    private static final int MOST_VALUES = 50;

    /** One spelling for each number: Java also accepts 007, +7 and the digits of other scripts. */
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");

    /** An unescaped plus sign of an offset, which arrives as a space. */
    private static final Pattern BLANK_OFFSET = Pattern.compile("T.* \\d\\d:?\\d\\d$");

    private static final String PLUS =
            " In a query, a plus sign means a space: write %2B, as in 2026-01-31T00:00:00%2B02:00.";

    static QueryParameter of(String name, JsonNode parameter, UnaryOperator<JsonNode> resolve) {
        var schema = resolve.apply(parameter.path("schema"));
        boolean list = schema.path("type").asText().equals("array");
        return new QueryParameter(name, list, list ? resolve.apply(schema.path("items")) : schema);
    }

    /** A parameter with one of these values. */
    public static QueryParameter oneOf(String name, String... values) {
        var schema = JsonNodeFactory.instance.objectNode();
        Stream.of(values).forEach(schema.putArray("enum")::add);
        return new QueryParameter(name, false, schema);
    }

    /** A parameter with any of these values. */
    public static QueryParameter anyOf(String name, String... values) {
        return new QueryParameter(name, true, oneOf(name, values).item());
    }

    /** A parameter with an integer. */
    public static QueryParameter number(String name, int minimum, int maximum) {
        var schema = JsonNodeFactory.instance.objectNode();
        return new QueryParameter(
                name,
                false,
                schema.put("type", "integer").put("minimum", minimum).put("maximum", maximum));
    }

    /**
     * A parameter with a text.
     *
     * @param allowed a description of the allowed values, for errors
     */
    public static QueryParameter text(String name, String pattern, int maxLength, String allowed) {
        var schema = JsonNodeFactory.instance.objectNode();
        return new QueryParameter(
                name,
                false,
                schema.put("type", "string")
                        .put("pattern", pattern)
                        .put("maxLength", maxLength)
                        .put("description", allowed));
    }

    /** The errors in the given values. */
    List<Detail> check(List<String> given) {
        if (!isList && given.size() > 1) {
            return List.of(Detail.ofParameter(
                    name, ErrorCode.DUPLICATE_PARAMETER, "The parameter '" + name + "' takes one value."));
        }
        var values = isList ? ParameterLists.items(given) : given;
        int most = item.has("enum") ? item.path("enum").size() : MOST_VALUES;
        if (values.size() > Math.max(most, MOST_VALUES)) {
            return List.of(Detail.ofParameter(
                    name,
                    ErrorCode.INVALID_VALUE,
                    "The parameter '" + name + "' has " + values.size() + " values; " + Math.max(most, MOST_VALUES)
                            + " are allowed."));
        }
        var errors = new ArrayList<Detail>();
        var seen = new HashSet<String>();
        for (var value : values) {
            if (!seen.add(value)) {
                errors.add(Detail.ofParameter(
                        name,
                        ErrorCode.DUPLICATE_VALUE,
                        "The parameter '" + name + "' has the value '" + CodePoints.shown(value, LONGEST_SHOWN)
                                + "' twice."));
                break;
            }
            refusal(value)
                    .map(why -> Detail.ofParameter(name, ErrorCode.INVALID_VALUE, why))
                    .ifPresent(errors::add);
        }
        return errors;
    }

    private Optional<String> refusal(String value) {
        if (item.has("enum")) {
            return refusalByList(value);
        }
        return switch (item.path("type").asText()) {
            case "integer" -> refusalByRange(value);
            case "boolean" ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : Optional.of(start(value) + "allowed are true and false.");
            default -> refusalByText(value);
        };
    }

    private Optional<String> refusalByList(String value) {
        var allowed = StreamSupport.stream(item.path("enum").spliterator(), false)
                .filter(each -> !each.isNull())
                .map(JsonNode::asText)
                .toList();
        return allowed.contains(value)
                ? Optional.empty()
                : Optional.of(start(value) + "allowed are " + String.join(", ", allowed) + "."
                        + DidYouMean.hint(value, allowed));
    }

    private Optional<String> refusalByRange(String value) {
        var minimum = item.path("minimum").asInt(Integer.MIN_VALUE);
        var maximum = item.path("maximum").asInt(Integer.MAX_VALUE);
        try {
            int number = Integer.parseInt(value);
            if (number >= minimum && number <= maximum && INTEGER.matcher(value).matches()) {
                return Optional.empty();
            }
        } catch (NumberFormatException e) {
            // Reported below: texts that are not integers are outside the range.
        }
        return Optional.of(start(value) + "a whole number from " + minimum + " to " + maximum + " is allowed.");
    }

    private Optional<String> refusalByText(String value) {
        if (value.isEmpty()) {
            return Optional.of("The parameter '" + name + "' has no value.");
        }
        if (CodePoints.count(value) > item.path("maxLength").asInt(Integer.MAX_VALUE)) {
            return Optional.of("The parameter '" + name + "' is longer than "
                    + item.path("maxLength").asInt() + " characters.");
        }
        if (item.path("format").asText().equals("date-time")) {
            return Rfc3339.parse(value).isPresent()
                    ? Optional.empty()
                    : Optional.of(start(value) + "an instant such as 2026-01-31T00:00:00Z is allowed."
                            + (BLANK_OFFSET.matcher(value).find() ? PLUS : ""));
        }
        var pattern = item.path("pattern").asText();
        return pattern.isEmpty() || value.matches(pattern)
                ? Optional.empty()
                : Optional.of(start(value) + item.path("description").asText("it must match " + pattern + "."));
    }

    private String start(String value) {
        var shown = CodePoints.shown(value, LONGEST_SHOWN);
        return "The parameter '" + name + "' cannot be '" + shown + "': ";
    }
}
