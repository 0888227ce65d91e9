package org.ketaminecontent.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.EntryName;
import org.ketaminecontent.live.LatestChanges;

/**
 * The slugs of each collection. They are cached, because there may be very many, and anybody can ask for documents that
 * do not exist.
 */
@ApplicationScoped
class LiveSlugs {

    private final ContentTypes contentTypes;
    private final LatestChanges latest;
    private final Map<String, Slugs> known = new ConcurrentHashMap<>();

    /** The slugs of a collection after a change. */
    private record Slugs(long number, List<String> all) {}

    LiveSlugs(ContentTypes contentTypes, LatestChanges latest) {
        this.contentTypes = contentTypes;
        this.latest = latest;
    }

    /** All slugs of a collection. */
    List<String> of(String collection) {
        long number = latest.to(List.of(collection)).number();
        var present = known.get(collection);
        if (present == null || present.number() != number) {
            present = new Slugs(number, read(collection));
            // In a transaction, the entities are part of a draft's preview.
            if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
                known.put(collection, present);
            }
        }
        return present.all();
    }

    private List<String> read(String collection) {
        return contentTypes.named(collection).listNames().stream()
                .map(EntryName::slug)
                .toList();
    }
}
