package org.ketaminecontent.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.DatabaseFault;
import org.ketaminecontent.live.ChangeFeedStatus;
import org.ketaminecontent.live.ContentChanged;

/**
 * Keeps the search index up to date: opens the index of an earlier start, rebuilds it if it cannot be used, and applies
 * every change. All of this runs in one thread, beside requests.
 */
@ApplicationScoped
class IndexKeeper {

    private static final Logger LOG = Logger.getLogger(IndexKeeper.class);
    private static final long RETRY_MILLIS = 500;
    private static final long ENDING_MILLIS = 5000;

    private final IndexOpener opener;
    private final IndexUpdate update;
    private final SearchIndex index;
    private final boolean serving;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;
    private volatile boolean hasContent;
    private volatile @Nullable String whyBroken;
    private @Nullable Thread thread;

    IndexKeeper(
            IndexOpener opener,
            IndexUpdate update,
            SearchIndex index,
            @ConfigProperty(name = "quarkus.http.host-enabled") boolean serving) {
        this.opener = opener;
        this.update = update;
        this.index = index;
        this.serving = serving;
    }

    void begin(@Observes StartupEvent event) {
        if (serving) {
            thread = new Thread(this::run, "search index");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged changed) {
        news.release();
    }

    /** The first event means that content is available; after an outage of the database there may be changes. */
    void heard(@Observes ChangeFeedStatus changeFeed) {
        hasContent |= changeFeed.good();
        index.markStale(!changeFeed.good());
        news.release();
    }

    void broke(@Observes SearchIndex.Broken broken) {
        whyBroken = broken.why();
        news.release();
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        news.release();
        if (thread != null) {
            thread.join(ENDING_MILLIS);
        }
    }

    private void run() {
        try {
            var present = opener.open();
            if (present.state().isPresent()) {
                index.use(present);
            }
            while (!stopped) {
                news.acquire();
                news.drainPermits();
                present = moveOn(present);
            }
            index.close();
            present.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.error("Search is unavailable: its index cannot be stored anywhere", e);
        }
    }

    private LiveIndex moveOn(LiveIndex present) throws InterruptedException, IOException {
        if (stopped || !hasContent) {
            return present;
        }
        var why = whyBroken;
        if (why != null) {
            whyBroken = null;
            return another(present, why);
        }
        try {
            if (!update.canFollow(present)) {
                update.makeAnew(present);
                index.use(present);
            } else if (update.follow(present)) {
                index.moved();
            }
        } catch (IOException e) {
            return another(present, e.getMessage());
        } catch (RuntimeException e) {
            if (!DatabaseFault.isPassing(e)) {
                LOG.error("The search index cannot be updated", e);
            }
            tryAgain();
        }
        return present;
    }

    /** Requests use the old index until there is a better one. */
    private LiveIndex another(LiveIndex broken, @Nullable String why) throws InterruptedException, IOException {
        LOG.warnf("The search index is broken and is being rebuilt: %s", why);
        broken.giveUp();
        tryAgain();
        return opener.openAnother();
    }

    private void tryAgain() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        news.release();
    }
}
