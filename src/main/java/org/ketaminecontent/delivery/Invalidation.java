package org.ketaminecontent.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.ketaminecontent.http.ResponseCache;
import org.ketaminecontent.publishing.Changed;
import org.ketaminecontent.publishing.Hearing;

/** Drops what is kept ready when the content changes, here or in another process. There is no other way to drop it. */
@ApplicationScoped
class Invalidation {

    private final ResponseCache cache;

    Invalidation(ResponseCache cache) {
        this.cache = cache;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        cache.drop(changed.keys());
    }

    void heard(@Observes Hearing hearing) {
        cache.markStale(!hearing.good());
    }
}
