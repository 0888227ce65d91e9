package org.ketaminecontent.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one road by which failures leave. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** What every address takes: nothing can be written here. */
    private static final String READ_ONLY = "GET, HEAD, OPTIONS";

    /** Seconds; a start that waits for its database tries again as often. */
    private static final String RETRY_AFTER = "2";

    private final RequestFacts facts;
    private final ProblemWriter problems;
    private final CacheRoute route;

    ProblemMapper(RequestFacts facts, ProblemWriter problems, CacheRoute route) {
        this.facts = facts;
        this.problems = problems;
        this.route = route;
    }

    @ServerExceptionMapper
    Response failure(Failure failure, RoutingContext context) {
        LOG.debugf("%s %s", failure.code().code(), facts.traceId(context));
        return response(failure, context).build();
    }

    @ServerExceptionMapper
    Response moved(Moved moved, RoutingContext context) {
        var headers = Map.of(HttpHeaders.LOCATION, moved.location(), HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        int status = Response.Status.MOVED_PERMANENTLY.getStatusCode();
        route.keepNothing(context, status, headers, "", null);
        var answer = Response.status(status);
        headers.forEach(answer::header);
        return answer.build();
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException exception, RoutingContext context) {
        int status = exception.getResponse().getStatus();
        if (status >= ErrorCode.INTERNAL_ERROR.status) {
            return unexpected(exception, context);
        }
        var code = codeOf(status);
        var answer = response(new Failure(code, detail(code, context)), context);
        return code == ErrorCode.METHOD_NOT_ALLOWED
                ? answer.header(HttpHeaders.ALLOW, READ_ONLY).build()
                : answer.build();
    }

    private static ErrorCode codeOf(int status) {
        return Stream.of(
                        ErrorCode.NOT_FOUND,
                        ErrorCode.METHOD_NOT_ALLOWED,
                        ErrorCode.NOT_ACCEPTABLE,
                        ErrorCode.BODY_TOO_LARGE,
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE)
                .filter(each -> each.status == status)
                .findFirst()
                .orElse(ErrorCode.MALFORMED_REQUEST);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable throwable, RoutingContext context) {
        if (DatabaseFault.isAway(throwable)) {
            LOG.warnf("database unavailable, trace %s: %s", facts.traceId(context), throwable.getMessage());
            return response(
                            new Failure(ErrorCode.DATABASE_UNAVAILABLE, "The database cannot be reached just now."),
                            context)
                    .build();
        }
        LOG.errorf(throwable, "internal error, trace %s", facts.traceId(context));
        return response(
                        new Failure(ErrorCode.INTERNAL_ERROR, "The server failed; it was not the request's fault."),
                        context)
                .build();
    }

    private Response.ResponseBuilder response(Failure failure, RoutingContext context) {
        int status = failure.code().status;
        var cacheControl = status == ErrorCode.NOT_FOUND.status ? "public, max-age=30" : "no-store";
        var body = problems.write(failure, context);
        if (status == ErrorCode.NOT_FOUND.status || status == ErrorCode.WITHDRAWN.status) {
            var headers = Map.of(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE, HttpHeaders.CACHE_CONTROL, cacheControl);
            var text = new String(body, StandardCharsets.UTF_8);
            route.keepNothing(context, status, headers, text, facts.traceId(context));
        }
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.RETRY_AFTER, failure.code() == ErrorCode.DATABASE_UNAVAILABLE ? RETRY_AFTER : null)
                // The framework counts what it writes, and to HEAD it writes nothing.
                .header(HttpHeaders.CONTENT_LENGTH, context.request().method() == HttpMethod.HEAD ? body.length : null)
                .entity(body);
    }

    private static String detail(ErrorCode code, RoutingContext context) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing at " + context.request().path() + ".";
            case METHOD_NOT_ALLOWED -> context.request().method() + " is not allowed here.";
            case NOT_ACCEPTABLE ->
                "This is not available as " + context.request().getHeader(HttpHeaders.ACCEPT) + ".";
            default -> code.explanation;
        };
    }
}
