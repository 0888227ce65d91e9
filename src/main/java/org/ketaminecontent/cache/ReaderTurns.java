package org.ketaminecontent.cache;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ketaminecontent.http.EarlyRefusals;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.http.RequestGuard;
import org.ketaminecontent.http.RequestQueue;

/**
 * Limits the number of answers that are computed at once: each takes memory, a thread and a database connection.
 * Further requests wait for a short time. Cached answers are not limited.
 */
@Singleton
public class ReaderTurns {

    /** The number of answers computed at once; a large one counts as several. */
    public static final int AT_ONCE = 16;

    /** The maximum number of waiting requests. */
    static final int MOST_WAITING = 500;

    private static final long PATIENCE_MILLIS = 5000;

    /** A request that waits for memory occupies a thread. */
    private static final long ROOM_PATIENCE_MILLIS = 2000;

    /** Without a database, waiting requests would only wait for a refusal. */
    private static final long PATIENCE_WITHOUT_DATABASE_MILLIS = 100;

    /**
     * The time for which a request without a client still counts, if its end is not reported. Its statements take at
     * most a second, and the time is shorter than others wait.
     */
    private static final long ABANDONED_MILLIS = 2000;

    private static final long NO_TIMER = -1;
    private static final String IN_CONTEXT = ReaderTurns.class.getName();
    private static final Set<HttpMethod> COUNTED = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);

    private static final int KILOBYTE = 1024;

    private final EarlyRefusals refusals;
    private final ResponseCache cache;

    /** Kilobytes for the documents of answers in progress: enough for two of the largest answers. */
    private final int mostRoom;

    private final Semaphore room;
    private final RequestQueue queue = new RequestQueue(AT_ONCE, MOST_WAITING);

    ReaderTurns(EarlyRefusals refusals, ResponseCache cache, HttpConfig config) {
        this.refusals = refusals;
        this.cache = cache;
        mostRoom = kilobytes(2 * config.largestAnswer().asLongValue());
        room = new Semaphore(mostRoom, true);
    }

    void observe(@Observes Router router) {
        router.route().order(RequestGuard.FIRST + 4).handler(this::admit);
    }

    /** One request's share. */
    private final class Turn {

        private final RoutingContext request;
        private final int cost;
        private final AtomicBoolean returned = new AtomicBoolean();
        private volatile boolean isMade;
        private volatile boolean isEnded;
        private volatile long timer = NO_TIMER;
        private int held;

        Turn(RoutingContext request) {
            this.request = request;
            cost = RequestCost.of(request.request());
        }

        /** Runs on the request's own event loop. */
        void begin() {
            if (request.response().closed()) {
                // The end of the request would not be reported.
                giveBack(this);
                return;
            }
            request.put(IN_CONTEXT, this);
            request.addEndHandler(end -> ended(end.succeeded()));
            request.next();
        }

        private void ended(boolean isAnswered) {
            isEnded = true;
            if (isAnswered || isMade) {
                giveBack(this);
            } else {
                // The answer is computed nevertheless.
                giveBackLater();
            }
        }

        /** Reserves memory, waiting on the worker thread. */
        void hold(long bytes) {
            int kilobytes = Math.min(kilobytes(bytes), mostRoom);
            if (!isFree(kilobytes)) {
                throw overloaded();
            }
            if (!keep(kilobytes)) {
                room.release(kilobytes);
                throw overloaded();
            }
        }

        private boolean isFree(int kilobytes) {
            try {
                return room.tryAcquire(kilobytes, ROOM_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Returns false if the share was returned meanwhile. */
        private synchronized boolean keep(int kilobytes) {
            if (!returned.get()) {
                held += kilobytes;
                return true;
            }
            return false;
        }

        private synchronized void leave() {
            room.release(held);
            held = 0;
        }

        void made() {
            isMade = true;
            if (isEnded || request.response().closed()) {
                giveBack(this);
            } else {
                giveBackLater();
            }
        }

        /** Returns the share after a time, in case the end is not reported. */
        private void giveBackLater() {
            timer = request.vertx().setTimer(ABANDONED_MILLIS, late -> giveBack(this));
            if (returned.get()) {
                request.vertx().cancelTimer(timer);
            }
        }
    }

    /** Reports that the answer to a request is computed; it remains to be sent. */
    static void made(RoutingContext request) {
        Turn turn = request.get(IN_CONTEXT);
        if (turn != null) {
            turn.made();
        }
    }

    /**
     * Waits until these bytes of documents may be read for a request with a share, once for each request.
     *
     * @throws Failure if memory does not become free in time
     */
    public static void hold(RoutingContext request, long bytes) {
        Turn turn = request.get(IN_CONTEXT);
        if (turn != null) {
            turn.hold(bytes);
        }
    }

    private static int kilobytes(long bytes) {
        return Math.toIntExact(bytes / KILOBYTE + 1);
    }

    private void admit(RoutingContext request) {
        if (!COUNTED.contains(request.request().method())
                || RequestCost.isNone(request.request())
                || request.get(IN_CONTEXT) != null) {
            request.next();
            return;
        }
        var turn = new Turn(request);
        queue.enter(request, turn.cost, () -> patience(request), turn::begin, () -> refuse(request));
    }

    private long patience(RoutingContext request) {
        return cache.isStale() && RequestCost.needsDatabase(request.request())
                ? PATIENCE_WITHOUT_DATABASE_MILLIS
                : PATIENCE_MILLIS;
    }

    private void giveBack(Turn turn) {
        if (!turn.returned.compareAndSet(false, true)) {
            return;
        }
        turn.leave();
        if (turn.timer != NO_TIMER) {
            turn.request.vertx().cancelTimer(turn.timer);
        }
        queue.leave(turn.cost);
    }

    private void refuse(RoutingContext request) {
        refusals.send(overloaded(), request);
    }

    private static Failure overloaded() {
        return new Failure(ErrorCode.OVERLOADED, "The server has too many requests to answer at once.")
                .with("Retry-After", ErrorCode.RETRY_AFTER_SECONDS);
    }

    /** The free shares, for tests. */
    public int free() {
        return queue.free();
    }

    /** The free kilobytes for documents, for tests. */
    public Semaphore room() {
        return room;
    }
}
