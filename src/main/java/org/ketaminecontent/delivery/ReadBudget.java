package org.ketaminecontent.delivery;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.ketaminecontent.cache.ReaderTurns;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.live.RenditionReader;
import org.ketaminecontent.text.BodyFormat;

/** Checks the size of documents before they are read, so that they do not exceed the memory. */
@ApplicationScoped
class ReadBudget {

    /** The memory of a document as objects, as a multiple of its JSON. */
    private static final int OBJECTS = 4;

    private final RenditionReader live;
    private final long largest;

    ReadBudget(RenditionReader live, HttpConfig config) {
        this.live = live;
        largest = config.largestAnswer().asLongValue();
    }

    /**
     * Waits for memory for an answer with these whole documents.
     *
     * @param included the collections of the documents to include
     * @throws Failure if the answer would be too large, or memory does not become free in time
     */
    void makeRoom(List<UUID> documents, Collection<String> included, BodyFormat format, RoutingContext context) {
        long weight = live.weight(documents, included, format);
        refuseTooLarge(weight);
        ReaderTurns.hold(context, weight);
    }

    /** Waits for memory for these documents, and those that they show, as objects. */
    void makeRoomForObjects(List<UUID> documents, Collection<String> included, RoutingContext context) {
        long weight = live.weight(documents, included, BodyFormat.HTML);
        ReaderTurns.hold(context, OBJECTS * weight);
    }

    /** @throws Failure if an answer of this size would be too large */
    void refuseTooLarge(long bytes) {
        if (bytes > largest) {
            throw new Failure(
                    ErrorCode.ANSWER_TOO_LARGE, "The answer would have more than " + largest + " bytes. Ask for less.");
        }
    }

    /** The given size, or the largest size of an answer if that is smaller. */
    int room(long bytes) {
        return (int) Math.min(bytes, largest);
    }
}
