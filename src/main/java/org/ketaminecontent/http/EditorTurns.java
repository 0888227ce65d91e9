package org.ketaminecontent.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits the number of editors' requests in progress. They may wait for each other while they hold database
 * connections; beyond the limit they wait without one, so that readers always have connections.
 */
@Singleton
class EditorTurns {

    /** See {@code quarkus.datasource.jdbc.max-size}: readers and scheduled work have the other connections. */
    static final int AT_ONCE = 6;

    static final int MOST_WAITING = 100;
    static final long PATIENCE_MILLIS = 5000;

    /** Milliseconds for which a request without a client still counts. */
    private static final long ABANDONED_MILLIS = 30_000;

    private static final List<String> EDITORS = List.of("/editorial", "/studio");
    private static final String IN_CONTEXT = EditorTurns.class.getName();

    private final ProblemWriter problems;
    private final RequestQueue queue = new RequestQueue(AT_ONCE, MOST_WAITING);

    EditorTurns(ProblemWriter problems) {
        this.problems = problems;
    }

    void observe(@Observes Router router) {
        router.route().order(RequestGuard.FIRST + 3).handler(this::admit);
    }

    /** The turn of one request. */
    private final class Turn {

        private final RoutingContext request;
        private final AtomicBoolean over = new AtomicBoolean();

        Turn(RoutingContext request) {
            this.request = request;
        }

        void begin() {
            request.put(IN_CONTEXT, this);
            request.addEndHandler(end -> {
                if (end.succeeded()) {
                    end();
                } else {
                    // The client has disconnected, but the work continues.
                    request.vertx().setTimer(ABANDONED_MILLIS, late -> end());
                }
            });
            request.next();
        }

        void end() {
            if (over.compareAndSet(false, true)) {
                queue.leave(1);
            }
        }
    }

    /** Reports that the work of a request is done; the answer remains to be sent. */
    static void end(RoutingContext request) {
        Turn turn = request.get(IN_CONTEXT);
        if (turn != null) {
            turn.end();
        }
    }

    private void admit(RoutingContext request) {
        if (!isOfEditors(request) || request.get(IN_CONTEXT) != null) {
            request.next();
            return;
        }
        queue.enter(request, 1, () -> PATIENCE_MILLIS, new Turn(request)::begin, () -> refuse(request));
    }

    /** A preview publishes a draft in a transaction that is rolled back. */
    private static boolean isOfEditors(RoutingContext request) {
        var path = request.normalizedPath();
        return EDITORS.stream().anyMatch(path::startsWith) || PreviewParameter.isIn(request.request());
    }

    private void refuse(RoutingContext request) {
        if (request.response().ended() || request.response().closed()) {
            return;
        }
        var failure = new Failure(
                ErrorCode.BUSY, "Too many people are editing at once; the request has waited too" + " long.");
        request.response()
                .setStatusCode(failure.code().status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.RETRY_AFTER, ErrorCode.RETRY_AFTER_SECONDS)
                .end(Buffer.buffer(problems.write(failure, request)));
    }
}
