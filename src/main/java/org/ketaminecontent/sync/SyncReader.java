package org.ketaminecontent.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.live.ChangedDocuments;
import org.ketaminecontent.live.ChangedDocuments.Item;

/** Reads what has changed since a checkpoint, a page at a time. */
@ApplicationScoped
public class SyncReader {

    /** A page ends before it exceeds this size by more than one document. */
    static final int MOST_BYTES = 1 << 20;

    /** The maximum number of times a page is read again because a publication came between it and its digest. */
    private static final int TRIES = 3;

    private final ChangedDocuments documents;
    private final ScopeDigests inventories;

    SyncReader(ChangedDocuments documents, ScopeDigests inventories) {
        this.documents = documents;
        this.inventories = inventories;
    }

    /**
     * A page of changes.
     *
     * @param next the checkpoint of the next page
     * @param hasMore whether the next page exists already
     * @param digest SHA-256 over the scope, on the last page; null if more pages follow
     */
    public record Step(
            List<Item> items,
            Checkpoint next,
            boolean hasMore,
            @Nullable String digest) {}

    /**
     * The page after a checkpoint.
     *
     * @throws org.ketaminecontent.http.InvalidParameters if its change has not happened yet
     */
    public Step after(Checkpoint checkpoint) {
        var scope = checkpoint.scope();
        for (int tries = 1; ; tries++) {
            var slice = documents.after(
                    checkpoint.number(), scope.collections(), scope.bodyFormat(), scope.limit(), MOST_BYTES);
            if (slice.head() < checkpoint.number()) {
                throw Checkpoints.refused("is newer than the server's content, which was restored from a backup."
                        + " Empty the store and start again without a checkpoint.");
            }
            var next = next(checkpoint, slice.items());
            if (slice.hasMore()) {
                return new Step(slice.items(), next, true, null);
            }
            var inventory = inventories.since(slice.head(), scope);
            if (inventory.head() == slice.head()) {
                return new Step(slice.items(), next, false, inventory.digest());
            }
            if (tries == TRIES && !slice.items().isEmpty()) {
                // More changes exist by now, so the page is not the last.
                return new Step(slice.items(), next, true, null);
            }
        }
    }

    /**
     * It changes only with the scope, so that clients with a complete copy send the same request until there is more.
     */
    private static Checkpoint next(Checkpoint checkpoint, List<Item> items) {
        return items.isEmpty()
                ? checkpoint
                : new Checkpoint(checkpoint.scope(), items.get(items.size() - 1).number());
    }
}
