package org.ketaminecontent.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ketaminecontent.editorial.ScheduledWork;
import org.ketaminecontent.http.DatabaseFault;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.live.DatabaseLocks;
import org.ketaminecontent.live.LongStatements;

/**
 * Does imports, a step at a time, whatever is in them. An attempt is counted before its work: what ends the process is tried
 * three times at most. Whatever else goes wrong ends the job at once, so that those behind it have their turn.
 */
@ApplicationScoped
class ImportRunner {

    static final int MOST_ATTEMPTS = 3;

    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    private static final int LONGEST_STEP_SECONDS = 600;

    private final ScheduledWork scheduledWork;
    private final ImportJobs imports;
    private final DatabaseLocks locks;
    private final DatabaseClock clock;

    ImportRunner(ScheduledWork scheduledWork, ImportJobs imports, DatabaseLocks locks, DatabaseClock clock) {
        this.scheduledWork = scheduledWork;
        this.imports = imports;
        this.locks = locks;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void runImports() {
        scheduledWork.whileReady(() -> {
            boolean more = true;
            while (more && scheduledWork.isReady()) {
                more = step();
            }
        });
    }

    /** Does one step of the oldest job that nobody works on, and says whether there was one. */
    boolean step() {
        return LongStatements.with(() -> {
            var claimed = QuarkusTransaction.requiringNew().call(this::claim);
            claimed.ifPresent(this::run);
            return claimed.isPresent();
        });
    }

    private Optional<UUID> claim() {
        var found =
                ImportJob.open().stream().filter(id -> locks.tryTake(lock(id))).findFirst();
        found.ifPresent(id -> {
            var job = ImportJob.lock(id);
            if (job.attempts < MOST_ATTEMPTS) {
                job.attempt(clock.now());
            } else {
                imports.refuse(
                        job, "It was tried " + MOST_ATTEMPTS + " times without success; the server's log says more.");
            }
        });
        return found;
    }

    private void run(UUID id) {
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST_STEP_SECONDS).run(() -> {
                // Another replica may have been quicker.
                if (locks.tryTake(lock(id))) {
                    imports.step(id);
                }
            });
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (DatabaseFault.isAway(e)) {
                throw e;
            }
            if (e instanceof Failure) {
                LOG.infof("Import %s is refused: %s", id, e.getMessage());
            } else {
                LOG.errorf(e, "Import %s failed", id);
            }
            if (!DatabaseFault.isPassing(e)) {
                QuarkusTransaction.requiringNew().run(() -> fail(id, reason(e)));
            }
        }
    }

    private void fail(UUID id, String why) {
        var job = ImportJob.lock(id);
        if (job.state.isOpen()) {
            imports.fail(job, why);
        }
    }

    /** For whoever sent it in; nothing of how the server works. */
    private static String reason(Throwable throwable) {
        if (throwable instanceof Failure failure) {
            return String.valueOf(failure.getMessage());
        }
        if (throwable instanceof StackOverflowError) {
            return "It is nested too deeply.";
        }
        return throwable instanceof OutOfMemoryError
                ? "It takes more memory than there is."
                : "The server failed at it; its log says more under the id of this import.";
    }

    /** Holds a job for as long as a step takes, and leaves its row free to be read and cancelled. */
    private static long lock(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }
}
