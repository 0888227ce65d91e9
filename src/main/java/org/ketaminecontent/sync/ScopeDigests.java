package org.ketaminecontent.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ketaminecontent.live.ChangedDocuments;
import org.ketaminecontent.live.ChangedDocuments.Inventory;

/** Digests of all live documents, cached until content changes, because every client requests them after a change. */
@ApplicationScoped
class ScopeDigests {

    private final ChangedDocuments documents;

    /** Digests by collections; there are as many as sets of types. */
    private final Map<List<String>, Inventory> known = new ConcurrentHashMap<>();

    ScopeDigests(ChangedDocuments documents) {
        this.documents = documents;
    }

    /** The digest of the scope, no older than the change with this number. */
    Inventory since(long number, Scope scope) {
        var present = known.get(scope.collections());
        if (present == null || present.head() < number) {
            present = documents.inventory(scope.collections(), scope.locale());
            known.put(scope.collections(), present);
        }
        return present;
    }
}
