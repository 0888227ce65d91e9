package org.ketaminecontent.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.live.ChangedDocuments;
import org.ketaminecontent.live.ChangedDocuments.Item;

/** Reads on from checkpoints. */
@ApplicationScoped
public class SyncLog {

    /** A page ends before it becomes larger than this and one document more. */
    static final int MOST_BYTES = 1 << 20;

    /** So often a page is read again when a publication came between it and its digest. */
    private static final int TRIES = 3;

    private final ChangedDocuments documents;
    private final ScopeDigests inventories;

    SyncLog(ChangedDocuments documents, ScopeDigests inventories) {
        this.documents = documents;
        this.inventories = inventories;
    }

    /**
     * What follows a checkpoint.
     *
     * @param next where to go on
     * @param hasMore whether there is something to go on to by now
     * @param digest SHA-256 over what is in scope, on the last page; null where others follow
     */
    public record Step(
            List<Item> items,
            Checkpoint next,
            boolean hasMore,
            @Nullable String digest) {}

    /**
     * The page after a checkpoint.
     *
     * @throws org.ketaminecontent.http.InvalidParameters if nothing of its number has happened yet
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
                // There is more by now, which is all that is said of it.
                return new Step(slice.items(), next, true, null);
            }
        }
    }

    /** It moves with what is in scope alone, so that whoever has everything asks the same until there is more. */
    private static Checkpoint next(Checkpoint checkpoint, List<Item> items) {
        return items.isEmpty()
                ? checkpoint
                : new Checkpoint(checkpoint.scope(), items.get(items.size() - 1).number());
    }
}
