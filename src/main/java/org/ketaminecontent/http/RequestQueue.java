package org.ketaminecontent.http;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Limits the requests in progress: each takes one place or several, and waits in line, without a thread, until they are
 * free. Requests whose clients disconnect meanwhile are skipped.
 */
public final class RequestQueue {

    private final int mostWaiting;
    private final Deque<Waiting> line = new ArrayDeque<>();
    private int free;

    /** A request in line, with the event loop on which it goes on. */
    private record Waiting(RoutingContext request, int places, Context loop, Runnable begin) {}

    /**
     * @param places the number of places
     * @param mostWaiting the maximum length of the line
     */
    public RequestQueue(int places, int mostWaiting) {
        free = places;
        this.mostWaiting = mostWaiting;
    }

    /**
     * Lets a request begin as soon as its places are free.
     *
     * @param places the number of places that it takes until {@link #leave}
     * @param patience the milliseconds for which it may wait in line
     * @param begin runs on the request's event loop
     * @param refuse runs instead if the line is too long or the wait is over
     */
    public void enter(RoutingContext request, int places, LongSupplier patience, Runnable begin, Runnable refuse) {
        var entered = new Waiting(request, places, request.vertx().getOrCreateContext(), begin);
        switch (claim(entered)) {
            case NOW -> begin.run();
            case LATER -> {
                request.request().pause();
                request.vertx().setTimer(patience.getAsLong(), late -> giveUp(entered, refuse));
            }
            case NEVER -> refuse.run();
        }
    }

    private enum Claim {
        NOW,
        LATER,
        NEVER
    }

    private synchronized Claim claim(Waiting entered) {
        if (line.isEmpty() && entered.places() <= free) {
            free -= entered.places();
            return Claim.NOW;
        }
        return line.size() < mostWaiting && line.add(entered) ? Claim.LATER : Claim.NEVER;
    }

    private void giveUp(Waiting late, Runnable refuse) {
        boolean isWaiting;
        synchronized (this) {
            isWaiting = line.remove(late);
        }
        if (isWaiting) {
            late.request().request().resume();
            refuse.run();
        }
    }

    /** Frees places, and lets the requests at the head of the line begin. */
    public void leave(int places) {
        next(places)
                .forEach(next -> next.loop().runOnContext(now -> {
                    next.request().request().resume();
                    next.begin().run();
                }));
    }

    private synchronized List<Waiting> next(int places) {
        free += places;
        var next = new ArrayList<Waiting>();
        for (var first = line.peek(); first != null && first.places() <= free; first = line.peek()) {
            line.remove();
            if (!first.request().response().closed()) {
                free -= first.places();
                next.add(first);
            }
        }
        return next;
    }

    /** The number of free places. */
    public synchronized int free() {
        return free;
    }
}
