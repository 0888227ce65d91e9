package org.ketaminecontent.editorial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.http.DatabaseFault;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.live.ChangeFeedStatus;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.live.LongStatements;
import org.ketaminecontent.publishing.Publisher;

/** Does the work that is due at a time: schedules, reviews that fall due, answers that need not be kept. */
@ApplicationScoped
public class ScheduledWork {

    private static final Logger LOG = Logger.getLogger(ScheduledWork.class);

    /** A minute apart, at least. */
    private static final int MOST_ATTEMPTS = 3;

    private final Schedules schedules;
    private final Releases releases;
    private final IdempotencyKeys idempotencyKeys;
    private final Publisher publisher;
    private final ReviewsConfig config;
    private final DatabaseClock clock;
    private volatile boolean running;
    private volatile boolean reachable = true;

    ScheduledWork(
            Schedules schedules,
            Releases releases,
            IdempotencyKeys idempotencyKeys,
            Publisher publisher,
            ReviewsConfig config,
            DatabaseClock clock) {
        this.schedules = schedules;
        this.releases = releases;
        this.idempotencyKeys = idempotencyKeys;
        this.publisher = publisher;
        this.config = config;
        this.clock = clock;
    }

    /** While the database is away there is nothing to do, and nothing to say about it again and again. */
    void heard(@Observes ChangeFeedStatus changeFeed) {
        reachable = changeFeed.good();
    }

    /** From now on; before, there may be no tables. */
    public void begin() {
        running = true;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void runWhatIsDue() {
        whileReady(() -> due().forEach(this::run));
    }

    @Scheduled(every = "10m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void keepUpWithTheDay() {
        whileReady(() -> {
            var today = clock.today();
            alone("Documents are not renewed for " + today, () -> publisher.renewFor(today));
            if (config.overdue() == ReviewsConfig.Overdue.WITHHOLD) {
                overdue(today.minusDays(config.graceDays()))
                        .forEach(each -> alone(each.name() + " is overdue for review and stays", () -> withhold(each)));
            }
            alone("Answers are not forgotten", idempotencyKeys::clean);
        });
    }

    /** Tells whether the application has started, and the database can be reached. */
    public boolean isReady() {
        return running && reachable;
    }

    /** Does work if the application is ready, and leaves it for the next time if the database is away. */
    public void whileReady(Runnable work) {
        if (!isReady()) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!DatabaseFault.isAway(e)) {
                throw e;
            }
            LOG.debug("The database is away; the next time will do", e);
        }
    }

    /** One thing that fails keeps nobody from the others. */
    private static void alone(String otherwise, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError e) {
            if (DatabaseFault.isAway(e)) {
                throw e;
            }
            LOG.error(otherwise, e);
        }
    }

    private static List<UUID> due() {
        return QuarkusTransaction.requiringNew().call(WorkFinders::due);
    }

    private void run(UUID id) {
        alone(
                "What was scheduled for " + id + " was not done",
                () -> LongStatements.with(() -> {
                    attempt(id);
                    return null;
                }));
    }

    /** The attempt is counted first, so that what ends the process is not tried for ever. */
    private void attempt(UUID id) {
        int attempts = schedules.attempt(id);
        try {
            if (attempts <= MOST_ATTEMPTS) {
                schedules.run(id);
                return;
            }
            giveUp(id, "it was tried " + MOST_ATTEMPTS + " times without success");
        } catch (Failure e) {
            giveUp(id, String.valueOf(e.getMessage()));
        }
    }

    private void giveUp(UUID id, String why) {
        LOG.warnf("What was scheduled for %s cannot be done: %s", id, why);
        schedules.giveUp(id, "What was scheduled could not be done: " + why);
    }

    private static List<StepTarget> overdue(LocalDate since) {
        return QuarkusTransaction.requiringNew()
                .call(() -> WorkFinders.dueUntil(since.minusDays(1)).stream()
                        .map(work -> new StepTarget(work.collection, work.id.toString(), work.tag))
                        .toList());
    }

    private void withhold(StepTarget target) {
        try {
            releases.withdraw(Actor.SYSTEM, new DocumentWithdrawal(target, "Its review is overdue.", null));
        } catch (Failure e) {
            LOG.warnf("%s/%s is overdue for review and stays: %s", target.collection(), target.name(), e.getMessage());
        }
    }
}
