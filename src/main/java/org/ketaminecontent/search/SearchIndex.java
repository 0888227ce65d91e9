package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.cache.ContentVersions;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** The index in use. */
@ApplicationScoped
class SearchIndex {

    /** The cache key of all answers of the search. */
    static final String KEY = "search";

    /** Seconds for which requests after a start wait for the index. */
    private static final long PATIENCE = 2;

    private final ResponseCache cache;
    private final PreviewIndex preview;
    private final Event<Broken> broken;
    private final ContentVersions versions;
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile @Nullable LiveIndex present;
    private volatile boolean stale = true;

    SearchIndex(ResponseCache cache, PreviewIndex preview, Event<Broken> broken, ContentVersions versions) {
        this.versions = versions;
        this.broken = broken;
        this.cache = cache;
        this.preview = preview;
    }

    /** The event of a broken index, whose data differs from what was written. */
    record Broken(String why) {}

    /** Reads from the index. */
    interface Reading<T> {
        T from(LiveSearcher searcher) throws IOException;
    }

    /**
     * Reads from the index in one state.
     *
     * @throws Failure if there is no index yet
     */
    <T> T read(Reading<T> reading) {
        var index = present();
        try {
            var searcher = index.acquire();
            try {
                return PreviewIndex.isAsked() ? preview.read(searcher, reading) : reading.from(searcher);
            } finally {
                index.release(searcher);
            }
        } catch (IOException e) {
            broken.fire(new Broken(String.valueOf(e.getMessage())));
            throw notReady();
        }
    }

    private LiveIndex present() {
        var index = present;
        if (index == null) {
            await();
            index = present;
        }
        if (index == null) {
            throw notReady();
        }
        return index;
    }

    private static Failure notReady() {
        return new Failure(ErrorCode.SEARCH_NOT_READY, "The search index is being built.")
                .with("Retry-After", ErrorCode.RETRY_AFTER_SECONDS);
    }

    private void await() {
        try {
            first.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The state of the index. */
    IndexState state() {
        return read(LiveSearcher::state);
    }

    /** Tells whether content may be missing because the database is unavailable. */
    boolean isStale() {
        return stale;
    }

    void markStale(boolean isStale) {
        stale = isStale;
        moved();
    }

    /** Uses this index from now on. */
    void use(LiveIndex index) {
        present = index;
        first.countDown();
        moved();
    }

    /** Drops cached answers of the search. */
    void moved() {
        cache.drop(Set.of(KEY));
        var index = present;
        if (index != null) {
            index.state().ifPresent(state -> versions.indexIs(state.stamp().number()));
        }
    }

    void close() {
        present = null;
    }
}
