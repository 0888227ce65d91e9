package org.ketaminecontent.http;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Converts all failures to problems. There is no other way. */
class ProblemMapper {

    /** The methods of public addresses, which are read-only. */
    private static final String READ_ONLY = "GET, HEAD, OPTIONS";

    private static final String SEARCHING = "GET, HEAD, POST, OPTIONS";

    /** Addresses for editors. */
    private static final List<String> PRIVATE_PLACES = List.of("/editorial", "/studio");

    private static final String PAGE = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** Seconds; a start that waits for its database retries at the same rate. */
    private static final String RETRY_AFTER = "2";

    private final RequestFacts facts;
    private final ProblemWriter problems;
    private final FailedRequests failedReads;
    private final FailurePage failurePage;
    private final ApiDescription description;
    private final SecurityEvents securityEvents;

    ProblemMapper(
            RequestFacts facts,
            ProblemWriter problems,
            FailedRequests failedReads,
            FailurePage failurePage,
            ApiDescription description,
            SecurityEvents securityEvents) {
        this.facts = facts;
        this.problems = problems;
        this.failedReads = failedReads;
        this.failurePage = failurePage;
        this.description = description;
        this.securityEvents = securityEvents;
    }

    @ServerExceptionMapper
    Response failure(Failure failure, RoutingContext context) {
        securityEvents.refused(failure.code(), context);
        return response(failure, context);
    }

    @ServerExceptionMapper
    Response moved(MovedPermanently moved, RoutingContext context) {
        return answer(
                Response.Status.MOVED_PERMANENTLY.getStatusCode(),
                Map.of(
                        HttpHeaders.LOCATION,
                        moved.location(),
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=60",
                        HttpHeaders.VARY,
                        Accept.VARY),
                "",
                context);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException exception, RoutingContext context) {
        int status = exception.getResponse().getStatus();
        if (status >= ErrorCode.INTERNAL_ERROR.status) {
            return unexpected(exception, context);
        }
        var code = ErrorCode.ofStatus(status);
        var failure = code == ErrorCode.UNSUPPORTED_MEDIA_TYPE
                ? unsupported(context)
                : new Failure(code, detail(code, context));
        var path = context.request().path();
        var allowed = path.equals(RequestGuard.SEARCH)
                ? SEARCHING
                : exception.getResponse().getHeaderString(HttpHeaders.ALLOW);
        if (code == ErrorCode.METHOD_NOT_ALLOWED && allowed != null && !isReadOnly(path)) {
            failure.with(HttpHeaders.ALLOW, allowed);
        }
        return response(failure, context);
    }

    /** Search also accepts POST; the rest of the public API does not. */
    private static boolean isReadOnly(String path) {
        return path.startsWith("/v1") && !path.equals(RequestGuard.SEARCH);
    }

    /** Adds the accepted media types (RFC 5789, section 3.1, and the Accept-Post header of the W3C). */
    private Failure unsupported(RoutingContext context) {
        var method = context.request().method();
        var taken = String.join(
                ", ", description.bodiesOf(method.name(), context.request().path()));
        return new Failure(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "A body with " + method + " is taken here as " + taken + "; set its Content-Type accordingly.")
                .with(method == HttpMethod.PATCH ? "Accept-Patch" : "Accept-Post", taken);
    }

    /** A body that ends too early: the client has disconnected, or sent an invalid body. */
    @ServerExceptionMapper
    Response unreadable(IOException exception, RoutingContext context) {
        // A failure to write is not the client's.
        return exception instanceof JacksonException
                ? unexpected(exception, context)
                : response(new Failure(ErrorCode.MALFORMED_BODY, "The body ended too early."), context);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable throwable, RoutingContext context) {
        AnswerLog.note(context, throwable);
        if (DatabaseFault.isBusy(throwable)) {
            return response(new Failure(ErrorCode.BUSY, "Another request is changing the same document."), context);
        }
        if (DatabaseFault.isPassing(throwable)) {
            return response(
                    new Failure(
                            ErrorCode.DATABASE_UNAVAILABLE,
                            DatabaseFault.isAway(throwable)
                                    ? "The database cannot be reached at the moment."
                                    : "The database cannot do this at the moment."),
                    context);
        }
        return response(
                new Failure(ErrorCode.INTERNAL_ERROR, "The server failed; the request is not at fault."), context);
    }

    private Response response(Failure failure, RoutingContext context) {
        var headers = new HashMap<String, String>();
        int status = failure.code().status;
        var problem = problems.problem(failure, context);
        var page = page(problem, context);
        headers.put(HttpHeaders.CONTENT_TYPE, page.isPresent() ? PAGE : Problem.MEDIA_TYPE);
        headers.put(HttpHeaders.VARY, Accept.VARY);
        headers.put(
                HttpHeaders.CACHE_CONTROL,
                status == ErrorCode.NOT_FOUND.status && isPublic(context) ? "public, max-age=30" : "no-store");
        headers.put(
                "Content-Security-Policy",
                page.isPresent() ? failurePage.contentSecurityPolicy() : RequestGuard.CONTENT_SECURITY_POLICY);
        if (failure.code() == ErrorCode.DATABASE_UNAVAILABLE || failure.code() == ErrorCode.BUSY) {
            headers.put(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (failure.code() == ErrorCode.METHOD_NOT_ALLOWED) {
            headers.put(HttpHeaders.ALLOW, READ_ONLY);
        }
        headers.putAll(failure.headers());
        return answer(status, headers, page.orElseGet(() -> problems.write(problem)), context);
    }

    /** Tells whether the answer is the same for all clients. */
    private static boolean isPublic(RoutingContext context) {
        var path = context.normalizedPath();
        return PRIVATE_PLACES.stream().noneMatch(path::startsWith)
                && !context.request().headers().contains(HttpHeaders.AUTHORIZATION)
                && !PreviewParameter.isIn(context.request());
    }

    /** Browsers accept HTML; programs seldom do. */
    private Optional<String> page(Problem problem, RoutingContext context) {
        var accept = SentAccept.of(context);
        return accept != null && accept.contains(MediaType.TEXT_HTML)
                ? failurePage.html(problem, context.request().path(), facts.base(context))
                : Optional.empty();
    }

    private Response answer(int status, Map<String, String> headers, String body, RoutingContext context) {
        failedReads.refuse(context, status, headers, body, facts.traceId(context));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var answer = Response.status(status);
        headers.forEach(answer::header);
        // The framework counts the written bytes, and writes none for HEAD.
        if (context.request().method() == HttpMethod.HEAD) {
            answer.header(HttpHeaders.CONTENT_LENGTH, bytes.length);
        }
        return bytes.length == 0 ? answer.build() : answer.entity(bytes).build();
    }

    private static String detail(ErrorCode code, RoutingContext context) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing at " + context.request().path() + ".";
            case METHOD_NOT_ALLOWED -> context.request().method() + " is not allowed here.";
            case NOT_ACCEPTABLE -> SentAccept.notAvailable(context);
            default -> code.explanation;
        };
    }
}
