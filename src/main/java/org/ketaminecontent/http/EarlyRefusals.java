package org.ketaminecontent.http;

import io.netty.util.AsciiString;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Refuses requests before the framework handles them, with the same problems as all failures (RFC 9457). */
@Singleton
public class EarlyRefusals {

    private static final CharSequence ANY = AsciiString.of("*");

    private final ProblemWriter problems;

    EarlyRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    /** @return a future that completes when the answer is sent */
    public Future<Void> send(Failure failure, RoutingContext context) {
        var response = context.response()
                .setStatusCode(failure.code().status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Content-Security-Policy", RequestGuard.CONTENT_SECURITY_POLICY)
                // The handler that usually sets this header comes later, and programs in a browser must see the reason.
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        failure.headers().forEach(response::putHeader);
        var body = problems.write(failure, context).getBytes(StandardCharsets.UTF_8);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length));
        return context.request().method() == HttpMethod.HEAD ? response.end() : response.end(Buffer.buffer(body));
    }
}
