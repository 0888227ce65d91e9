package org.ketaminecontent.cache;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ketaminecontent.http.EarlyRefusals;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.http.RequestGuard;

/**
 * Bounds how many answers are being made at once for whoever comes: each takes memory, a thread and a connection to the
 * database while it is made. Who comes in between waits for a turn, and for no longer than is of use to anybody. Answers that
 * are kept ready never come by here.
 */
@Singleton
public class Admission {

    /** Answers that may be made at once; a large one counts for several. */
    public static final int AT_ONCE = 16;

    /** Requests that may wait for their turn. */
    static final int MOST_WAITING = 500;

    private static final long PATIENCE_MILLIS = 5000;

    /** Whoever waits for room has a thread meanwhile. */
    private static final long ROOM_PATIENCE_MILLIS = 2000;

    /** While the database is away, whoever waits for a turn to read it waits for a refusal. */
    private static final long PATIENCE_WITHOUT_DATABASE_MILLIS = 100;

    /**
     * How long a request whose client is gone may go on to be counted, should nobody say that it has ended. Its statements
     * take a second at most; and it is less than others wait.
     */
    private static final long ABANDONED_MILLIS = 2000;

    private static final long NO_TIMER = -1;
    private static final String IN_CONTEXT = Admission.class.getName();
    private static final Set<HttpMethod> COUNTED = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);

    private static final int KILOBYTE = 1024;

    private final EarlyRefusals refusals;
    private final ResponseCache cache;

    /** Kilobytes that the documents of answers may take that are being made. Two of the largest answers are made at once. */
    private final int mostRoom;

    private final Semaphore room;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int free = AT_ONCE;

    Admission(EarlyRefusals refusals, ResponseCache cache, HttpConfig config) {
        this.refusals = refusals;
        this.cache = cache;
        mostRoom = kilobytes(2 * config.largestAnswer().asLongValue());
        room = new Semaphore(mostRoom, true);
    }

    void observe(@Observes Router router) {
        router.route().order(RequestGuard.FIRST + 4).handler(this::admit);
    }

    /** One request's claim. */
    private final class Turn {

        private final RoutingContext request;
        private final int cost;
        private final Context place;
        private final AtomicBoolean returned = new AtomicBoolean();
        private volatile boolean isMade;
        private volatile boolean isEnded;
        private volatile long timer = NO_TIMER;
        private int held;

        Turn(RoutingContext request) {
            this.request = request;
            cost = RequestCost.of(request.request());
            place = request.vertx().getOrCreateContext();
        }

        /** On the request's own event loop. */
        void begin() {
            if (request.response().closed()) {
                // Of its end nobody would hear.
                giveBack(this);
                return;
            }
            request.put(IN_CONTEXT, this);
            request.addEndHandler(end -> ended(end.succeeded()));
            request.next();
        }

        void beginElsewhere() {
            request.request().resume();
            begin();
        }

        private void ended(boolean isAnswered) {
            isEnded = true;
            if (isAnswered || isMade) {
                giveBack(this);
            } else {
                // Its answer is being made nevertheless.
                giveBackLater();
            }
        }

        /** Takes room, for which it waits on the thread that makes the answer. */
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

        /** Says no where the turn was given back meanwhile. */
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

        /** Should nobody say that it has ended. */
        private void giveBackLater() {
            timer = request.vertx().setTimer(ABANDONED_MILLIS, late -> giveBack(this));
            if (returned.get()) {
                request.vertx().cancelTimer(timer);
            }
        }
    }

    /** Says that the answer to a request is made; it remains to be sent. */
    static void made(RoutingContext request) {
        Turn turn = request.get(IN_CONTEXT);
        if (turn != null) {
            turn.made();
        }
    }

    /**
     * Waits until so many bytes of documents may be read for a request that has a turn, once for each request.
     *
     * @throws Failure where there is no room for them in time
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
        switch (claim(turn)) {
            case NOW -> turn.begin();
            case LATER -> {
                request.request().pause();
                boolean isInVain = cache.isStale() && RequestCost.needsDatabase(request.request());
                long patience = isInVain ? PATIENCE_WITHOUT_DATABASE_MILLIS : PATIENCE_MILLIS;
                request.vertx().setTimer(patience, late -> giveUp(turn));
            }
            case NEVER -> refuse(request);
        }
    }

    private enum Claim {
        NOW,
        LATER,
        NEVER
    }

    private synchronized Claim claim(Turn turn) {
        if (waiting.isEmpty() && turn.cost <= free) {
            free -= turn.cost;
            return Claim.NOW;
        }
        return waiting.size() < MOST_WAITING && waiting.add(turn) ? Claim.LATER : Claim.NEVER;
    }

    private void giveUp(Turn turn) {
        boolean isLate;
        synchronized (this) {
            isLate = waiting.remove(turn);
        }
        if (isLate) {
            turn.request.request().resume();
            refuse(turn.request);
        }
    }

    private void giveBack(Turn turn) {
        if (!turn.returned.compareAndSet(false, true)) {
            return;
        }
        turn.leave();
        if (turn.timer != NO_TIMER) {
            turn.request.vertx().cancelTimer(turn.timer);
        }
        var next = new ArrayDeque<Turn>();
        synchronized (this) {
            free += turn.cost;
            for (var first = waiting.peek(); first != null && first.cost <= free; first = waiting.peek()) {
                waiting.remove();
                if (!first.request.response().closed()) {
                    free -= first.cost;
                    next.add(first);
                }
            }
        }
        next.forEach(each -> each.place.runOnContext(now -> each.beginElsewhere()));
    }

    private void refuse(RoutingContext request) {
        refusals.send(overloaded(), request);
    }

    private static Failure overloaded() {
        return new Failure(ErrorCode.OVERLOADED, "The server has too many requests to answer at once.")
                .with("Retry-After", ErrorCode.RETRY_AFTER_SECONDS);
    }

    /** How much of the server is free: for tests. */
    public synchronized int free() {
        return free;
    }

    /** Kilobytes that are free for documents: for tests. */
    public Semaphore room() {
        return room;
    }
}
