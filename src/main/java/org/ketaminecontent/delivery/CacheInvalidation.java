package org.ketaminecontent.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.ketaminecontent.cache.ContentVersions;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.live.ChangeFeedStatus;
import org.ketaminecontent.live.ContentChanged;

/** Drops cached answers when content changes, in this process or another one. Nothing else drops them. */
@ApplicationScoped
class CacheInvalidation {

    private final ResponseCache cache;

    private final ContentVersions versions;

    CacheInvalidation(ResponseCache cache, ContentVersions versions) {
        this.cache = cache;
        this.versions = versions;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged changed) {
        cache.drop(changed.keys());
        versions.contentIs(changed.number());
    }

    void heard(@Observes ChangeFeedStatus changeFeed) {
        cache.markStale(!changeFeed.good());
    }
}
