package org.ketaminecontent.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import org.ketaminecontent.http.Problem;

/** Fails where an answer is not as described: its status, its media type, or anything in its body. */
class DescriptionCheck implements Filter {

    private static final ObjectNode PROBLEM =
            JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/Problem");

    private final Described delivery = Described.read();
    private final Described editorial = Described.readEditorial();

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification specification,
            FilterContext context) {
        var response = context.next(request, specification);
        // The connection can be used again once the body is read.
        response.asByteArray();
        var path = request.getURI().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
        check(request.getMethod() + " " + path, request.getMethod(), path, response);
        return response;
    }

    private void check(String what, String method, String path, Response response) {
        var described = path.startsWith("/editorial") ? editorial : delivery;
        var operation = described.operation(method, path);
        var type = String.valueOf(response.getContentType()).replaceFirst(";.*", "");
        if (operation.isEmpty()) {
            // Nothing is described here; a problem looks the same everywhere.
            if (type.equals(Problem.MEDIA_TYPE)) {
                checkBody(what, described, PROBLEM, response);
            }
            return;
        }
        var status = operation.get().path("responses").path(String.valueOf(response.statusCode()));
        if (status.isMissingNode()) {
            throw new AssertionError(what + ": the status " + response.statusCode() + " is not described");
        }
        var content = described.resolve(status).path("content");
        if (content.isEmpty() || method.equals("HEAD")) {
            checkEmpty(what, response);
            return;
        }
        if (!content.has(type)) {
            throw new AssertionError(what + ": the media type " + type + " is not described");
        }
        var schema = content.path(type).path("schema");
        if (type.endsWith("json")) {
            checkBody(what, described, (ObjectNode) schema, response);
        }
    }

    private static void checkEmpty(String what, Response response) {
        if (!response.asString().isEmpty()) {
            throw new AssertionError(what + ": a body where none is described");
        }
    }

    private static void checkBody(String what, Described described, ObjectNode schema, Response response) {
        var errors = described.errors(schema, response.asString());
        if (!errors.isEmpty()) {
            throw new AssertionError(what + " is not answered as described:\n  " + String.join("\n  ", errors));
        }
    }
}
