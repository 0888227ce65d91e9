package org.ketaminecontent.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one road by which failures leave. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** What every public address takes: nothing can be written there. */
    private static final String READ_ONLY = "GET, HEAD, OPTIONS";

    private static final String PAGE = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** Seconds; a start that waits for its database tries again as often. */
    private static final String RETRY_AFTER = "2";

    private final RequestFacts facts;
    private final ProblemWriter problems;
    private final CacheRoute route;
    private final FailurePage failurePage;
    private final FaultLog faults = new FaultLog(LOG);

    ProblemMapper(RequestFacts facts, ProblemWriter problems, CacheRoute route, FailurePage failurePage) {
        this.facts = facts;
        this.problems = problems;
        this.route = route;
        this.failurePage = failurePage;
    }

    @ServerExceptionMapper
    Response failure(Failure failure, RoutingContext context) {
        LOG.debugf("%s %s", failure.code().code(), facts.traceId(context));
        return response(failure, context);
    }

    @ServerExceptionMapper
    Response moved(Moved moved, RoutingContext context) {
        return answer(
                Response.Status.MOVED_PERMANENTLY.getStatusCode(),
                Map.of(HttpHeaders.LOCATION, moved.location(), HttpHeaders.CACHE_CONTROL, "public, max-age=60"),
                "",
                context);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException exception, RoutingContext context) {
        int status = exception.getResponse().getStatus();
        if (status >= ErrorCode.INTERNAL_ERROR.status) {
            return unexpected(exception, context);
        }
        var code = codeOf(status);
        var failure = new Failure(code, detail(code, context));
        var allowed = exception.getResponse().getHeaderString(HttpHeaders.ALLOW);
        if (allowed != null && !context.request().path().startsWith("/v1")) {
            failure.with(HttpHeaders.ALLOW, allowed);
        }
        return response(failure, context);
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
        if (DatabaseFault.isBusy(throwable)) {
            faults.log(Logger.Level.WARN, "waited for a lock in vain, trace " + facts.traceId(context), throwable);
            return response(new Failure(ErrorCode.BUSY, "Somebody else is changing the same just now."), context);
        }
        if (DatabaseFault.isPassing(throwable)) {
            faults.log(Logger.Level.WARN, "database unavailable, trace " + facts.traceId(context), throwable);
            return response(
                    new Failure(
                            ErrorCode.DATABASE_UNAVAILABLE,
                            DatabaseFault.isAway(throwable)
                                    ? "The database cannot be reached just now."
                                    : "The database cannot do this just now."),
                    context);
        }
        faults.log(Logger.Level.ERROR, "internal error, trace " + facts.traceId(context), throwable);
        return response(
                new Failure(ErrorCode.INTERNAL_ERROR, "The server failed; it was not the request's fault."), context);
    }

    private Response response(Failure failure, RoutingContext context) {
        var headers = new HashMap<String, String>();
        int status = failure.code().status;
        var problem = problems.problem(failure, context);
        var page = page(problem, context);
        headers.put(HttpHeaders.CONTENT_TYPE, page.isPresent() ? PAGE : Problem.MEDIA_TYPE);
        headers.put(
                HttpHeaders.CACHE_CONTROL, status == ErrorCode.NOT_FOUND.status ? "public, max-age=30" : "no-store");
        if (failure.code() == ErrorCode.DATABASE_UNAVAILABLE || failure.code() == ErrorCode.BUSY) {
            headers.put(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (failure.code() == ErrorCode.METHOD_NOT_ALLOWED) {
            headers.put(HttpHeaders.ALLOW, READ_ONLY);
        }
        headers.putAll(failure.headers());
        return answer(status, headers, page.orElseGet(() -> problems.write(problem)), context);
    }

    /** A browser says that it takes HTML; programs seldom do. */
    private Optional<String> page(Problem problem, RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML)
                ? failurePage.html(problem, context.request().path(), facts.base(context))
                : Optional.empty();
    }

    private Response answer(int status, Map<String, String> headers, String body, RoutingContext context) {
        route.refuse(context, status, headers, body, facts.traceId(context));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var answer = Response.status(status);
        headers.forEach(answer::header);
        // The framework counts what it writes, and to HEAD it writes nothing.
        if (context.request().method() == HttpMethod.HEAD) {
            answer.header(HttpHeaders.CONTENT_LENGTH, bytes.length);
        }
        return bytes.length == 0 ? answer.build() : answer.entity(bytes).build();
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
