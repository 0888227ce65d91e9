package org.ketaminecontent.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.ketaminecontent.http.Problem.Detail;

/** Refuses query parameters that the description does not allow, and reports all errors at once. */
public class ParameterCheck {

    private final ApiDescription description;

    ParameterCheck(ApiDescription description) {
        this.description = description;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request, SimpleResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        // Each operation is described under the name of its method.
        description.parametersOf(resource.getMethodName()).ifPresent(known -> checkAll(given, known));
    }

    /**
     * Validates the parameters of an address outside the description against the known ones, by name. It also allows
     * {@link QueryParameter#AT_LEAST}.
     *
     * @throws InvalidParameters with all errors
     */
    public static void check(Map<String, List<String>> given, Map<String, QueryParameter> known) {
        var atLeast = given.get(QueryParameter.AT_LEAST.name());
        if (atLeast == null) {
            checkAll(given, known);
            return;
        }
        var others = new TreeMap<>(given);
        others.remove(QueryParameter.AT_LEAST.name());
        var errors = QueryParameter.AT_LEAST.check(atLeast);
        if (!errors.isEmpty()) {
            throw new InvalidParameters(errors);
        }
        checkAll(others, known);
    }

    /**
     * Validates parameters in a request body. {@link QueryParameter#AT_LEAST} belongs in the address, because a request is
     * held back before its body is read.
     *
     * @throws InvalidParameters with all errors
     */
    public static void checkBody(Map<String, List<String>> given, Map<String, QueryParameter> known) {
        var atLeast = QueryParameter.AT_LEAST.name();
        if (given.containsKey(atLeast)) {
            throw new InvalidParameters(
                    atLeast,
                    ErrorCode.UNKNOWN_PARAMETER,
                    "The parameter '" + atLeast + "' belongs in the address, also with POST: ?" + atLeast + "=1207.");
        }
        checkAll(given, known);
    }

    private static void checkAll(Map<String, List<String>> given, Map<String, QueryParameter> known) {
        var errors = new ArrayList<Detail>();
        // Sorted by name: the framework's order differs from one start to the next.
        new TreeMap<>(given).forEach((name, values) -> errors.addAll(check(name, values, known)));
        if (!errors.isEmpty()) {
            throw new InvalidParameters(errors);
        }
    }

    private static List<Detail> check(String name, List<String> values, Map<String, QueryParameter> known) {
        var parameter = known.get(name);
        if (parameter != null) {
            return parameter.check(values);
        }
        // The preview token was validated before.
        if (ClickIdentifiers.include(name) || name.equals(PreviewParameter.NAME)) {
            return List.of();
        }
        var shown = CodePoints.shown(name, QueryParameter.LONGEST_SHOWN);
        var allowed = known.isEmpty()
                ? "No parameters are allowed here."
                : "Allowed are " + String.join(", ", known.keySet()) + ".";
        return List.of(Detail.ofParameter(
                shown,
                ErrorCode.UNKNOWN_PARAMETER,
                "There is no parameter '" + shown + "'. " + allowed + DidYouMean.hint(name, known.keySet())));
    }
}
