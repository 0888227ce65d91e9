package org.ketaminecontent.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ketaminecontent.live.ChangedDocuments;
import org.ketaminecontent.live.ChangedDocuments.Inventory;

/** Digests of all that is live, each made once for as long as nothing changes: after a change every client asks for it. */
@ApplicationScoped
class ScopeDigests {

    private final ChangedDocuments documents;

    /** By the collections that they are of, of which there are as many as sets of types. */
    private final Map<List<String>, Inventory> known = new ConcurrentHashMap<>();

    ScopeDigests(ChangedDocuments documents) {
        this.documents = documents;
    }

    /** The digest of what is in scope, no older than the change of this number. */
    Inventory since(long number, Scope scope) {
        var present = known.get(scope.collections());
        if (present == null || present.head() < number) {
            present = documents.inventory(scope.collections(), scope.locale());
            known.put(scope.collections(), present);
        }
        return present;
    }
}
