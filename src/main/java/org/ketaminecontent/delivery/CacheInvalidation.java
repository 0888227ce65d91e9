package org.ketaminecontent.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.live.ChangeFeedStatus;
import org.ketaminecontent.live.ContentChanged;

/** Drops what is kept ready when the content changes, here or in another process. There is no other way to drop it. */
@ApplicationScoped
class CacheInvalidation {

    private final ResponseCache cache;

    CacheInvalidation(ResponseCache cache) {
        this.cache = cache;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged changed) {
        cache.drop(changed.keys());
    }

    void heard(@Observes ChangeFeedStatus changeFeed) {
        cache.markStale(!changeFeed.good());
    }
}
