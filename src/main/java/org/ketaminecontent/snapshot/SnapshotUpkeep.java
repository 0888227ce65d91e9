package org.ketaminecontent.snapshot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.live.ChangeFeedStatus;
import org.ketaminecontent.live.ContentChanged;
import org.ketaminecontent.live.DatabaseLocks;

/** Makes snapshots after changes, on one replica at a time, and for at most a tenth of the time. */
@ApplicationScoped
class SnapshotUpkeep {

    private static final Logger LOG = Logger.getLogger(SnapshotUpkeep.class);

    /** Any number not used elsewhere in the database. */
    private static final long LOCK = 0x6b_63_73_6e_61_70_73L;

    private static final int MOST_SECONDS = 600;
    private static final int SHARE = 10;

    private final SnapshotMaker maker;
    private final SnapshotConfig config;
    private final DatabaseLocks locks;
    private final ResponseCache cache;
    private volatile boolean moved = true;

    /** False until the content is live, and while the database is away. */
    private volatile boolean reachable;

    private long rest;

    SnapshotUpkeep(SnapshotMaker maker, SnapshotConfig config, DatabaseLocks locks, ResponseCache cache) {
        this.maker = maker;
        this.config = config;
        this.locks = locks;
        this.cache = cache;
    }

    void changed(@Observes ContentChanged changed) {
        moved = true;
    }

    void heard(@Observes ChangeFeedStatus changeFeed) {
        reachable = changeFeed.good();
    }

    /** The first run leaves the processor to the first readers. */
    @Scheduled(every = "10s", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        if (!config.enabled() || !moved || !reachable || System.nanoTime() - rest < 0) {
            return;
        }
        moved = false;
        long begun = System.nanoTime();
        try {
            QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).run(this::makeAlone);
        } catch (RuntimeException e) {
            moved = true;
            LOG.warnf("Cannot make a snapshot: %s", e);
            rest = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            return;
        }
        // Another replica may have made it, in a shared folder.
        cache.drop(Set.of(SnapshotResource.KEY));
        rest = System.nanoTime() + SHARE * (System.nanoTime() - begun);
    }

    private void makeAlone() {
        if (!locks.tryTake(LOCK)) {
            moved = true;
        } else if (maker.make()) {
            LOG.debug("Made a snapshot");
        }
    }
}
