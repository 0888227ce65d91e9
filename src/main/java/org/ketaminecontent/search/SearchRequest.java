package org.ketaminecontent.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.Problem.Detail;
import org.ketaminecontent.http.QueryParameter;

/**
 * A search in a request body, with the query parameters as members. They are validated by the same rules, in JSON or as
 * a form.
 */
@Schema(requiredProperties = "q")
record SearchRequest(
        @Schema(
                description = "The reader's text: words, a question or a clinical code. It is never logged.",
                maxLength = SearchQuery.LONGEST)
        @Nullable
        String q,

        @Schema(description = "Only documents of these collections.") @Nullable
        List<String> types,

        @Schema(description = "Only topics and FAQs of any of these themes.") @Nullable
        List<Theme> theme,

        @Schema(description = "The counts to return in `facets`.") @Nullable
        List<SearchAnswer.Facet> facets,

        @Schema(description = "Maximum number of documents.", minimum = "1", maximum = "100", defaultValue = "20")
        @Nullable
        Integer limit,

        @Schema(description = "The start of the page: `page.nextCursor` of the previous page.", maxLength = 2000)
        @Nullable
        String cursor) {

    /**
     * The parameters in a JSON object, validated.
     *
     * @throws Failure if one is invalid, or there is no object
     */
    static Map<String, List<String>> parameters(byte @Nullable [] body, Map<String, QueryParameter> known) {
        var parameters = new TreeMap<String, List<String>>();
        var errors = new ArrayList<Detail>();
        tree(body).properties().forEach(member -> {
            var parameter = known.get(member.getKey());
            var value = member.getValue();
            if (parameter == null) {
                parameters.put(member.getKey(), List.of(""));
            } else if (!value.isNull() && !fits(value, parameter)) {
                errors.add(Detail.ofParameter(member.getKey(), ErrorCode.INVALID_VALUE, refusal(parameter)));
            } else if (value.isArray() ? !value.isEmpty() : !value.isNull()) {
                parameters.put(member.getKey(), values(value, parameter));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidParameters(errors);
        }
        ParameterCheck.checkBody(parameters, known);
        return parameters;
    }

    private static JsonNode tree(byte @Nullable [] body) {
        try {
            return JsonBodyReader.kept(JsonBodyReader.tree(body));
        } catch (Failure e) {
            // Here it breaks a rule of the request, not of content.
            throw new Failure(ErrorCode.MALFORMED_BODY, String.valueOf(e.getMessage()), e.details(), Map.of());
        }
    }

    private static boolean fits(JsonNode value, QueryParameter parameter) {
        if (parameter.isList()) {
            return value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
        }
        return isNumber(parameter) ? value.isIntegralNumber() : value.isTextual();
    }

    private static boolean isNumber(QueryParameter parameter) {
        return parameter.item().path("type").asText().equals("integer");
    }

    private static String refusal(QueryParameter parameter) {
        return "The member '" + parameter.name() + "' must be "
                + (parameter.isList() ? "a list of texts." : isNumber(parameter) ? "a whole number." : "a text.");
    }

    private static List<String> values(JsonNode value, QueryParameter parameter) {
        if (!value.isArray()) {
            return List.of(value.asText());
        }
        return value.valueStream().map(JsonNode::asText).toList();
    }
}
