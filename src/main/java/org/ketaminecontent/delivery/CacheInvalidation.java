package org.ketaminecontent.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.live.ChangeFeedStatus;
import org.ketaminecontent.live.ContentChanged;

/** Drops cached answers when content changes, in this process or another one. Nothing else drops them. */
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
