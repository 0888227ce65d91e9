package org.ketaminecontent.delivery;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.ketaminecontent.cache.Admission;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.live.RenditionReader;
import org.ketaminecontent.text.BodyFormat;

/** Weighs what is to be read before it is, so that nothing comes into memory for which there is no room. */
@ApplicationScoped
class ReadAdmission {

    /** A document that becomes objects takes so much more than its JSON. */
    private static final int OBJECTS = 4;

    private final RenditionReader live;
    private final long largest;

    ReadAdmission(RenditionReader live, HttpConfig config) {
        this.live = live;
        largest = config.largestAnswer().asLongValue();
    }

    /**
     * Waits until there is room for an answer with these documents, whole.
     *
     * @param included the collections of which the documents that they show come along
     * @throws Failure where the answer would be too large, or no room comes to be in time
     */
    void makeRoom(List<UUID> documents, Collection<String> included, BodyFormat format, RoutingContext context) {
        long weight = live.weight(documents, included, format);
        refuseTooLarge(weight);
        Admission.hold(context, weight);
    }

    /** Waits until there is room for these documents, and those that they show, as objects. */
    void makeRoomForObjects(List<UUID> documents, Collection<String> included, RoutingContext context) {
        long weight = live.weight(documents, included, BodyFormat.HTML);
        Admission.hold(context, OBJECTS * weight);
    }

    /** @throws Failure where an answer of so many bytes would be too large */
    void refuseTooLarge(long bytes) {
        if (bytes > largest) {
            throw new Failure(
                    ErrorCode.ANSWER_TOO_LARGE, "The answer would have more than " + largest + " bytes. Ask for less.");
        }
    }

    /** So many bytes, or the most that an answer may have. */
    int room(long bytes) {
        return (int) Math.min(bytes, largest);
    }
}
