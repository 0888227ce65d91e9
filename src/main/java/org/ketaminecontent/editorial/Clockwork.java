package org.ketaminecontent.editorial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.http.DatabaseFault;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.publishing.Hearing;
import org.ketaminecontent.publishing.Publisher;

/** Does what time brings: what is scheduled, reviews that fall due, answers that need not be kept. */
@ApplicationScoped
public class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    private final Desk desk;
    private final Once once;
    private final Imports imports;
    private final Publisher publisher;
    private final ReviewsConfig config;
    private volatile boolean running;
    private volatile boolean reachable = true;

    Clockwork(Desk desk, Once once, Imports imports, Publisher publisher, ReviewsConfig config) {
        this.desk = desk;
        this.once = once;
        this.imports = imports;
        this.publisher = publisher;
        this.config = config;
    }

    /** While the database is away there is nothing to do, and nothing to say about it again and again. */
    void heard(@Observes Hearing hearing) {
        reachable = hearing.good();
    }

    /** From now on; before, there may be no tables. */
    public void begin() {
        running = true;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void runWhatIsDue() {
        whileReady(() -> due().forEach(this::run));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void runImports() {
        whileReady(() -> {
            boolean more = true;
            while (more && running && reachable) {
                more = imports.step();
            }
        });
    }

    @Scheduled(every = "10m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void keepUpWithTheDay() {
        whileReady(() -> {
            var today = LocalDate.now(Clock.systemUTC());
            publisher.renewFor(today);
            if (config.overdue() == ReviewsConfig.Overdue.WITHHOLD) {
                overdue(today.minusDays(config.graceDays())).forEach(this::withhold);
            }
            once.clean();
        });
    }

    private void whileReady(Runnable work) {
        if (!running || !reachable) {
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

    private static List<UUID> due() {
        return QuarkusTransaction.requiringNew().call(() -> Work.due(Instant.now()));
    }

    private void run(UUID id) {
        try {
            desk.run(id);
        } catch (Failure e) {
            LOG.warnf("What was scheduled for %s cannot be done: %s", id, e.getMessage());
            desk.giveUp(id, "What was scheduled could not be done: " + e.getMessage());
        }
    }

    private static List<Desk.Target> overdue(LocalDate since) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Work.dueUntil(since.minusDays(1)).stream()
                        .map(work -> new Desk.Target(work.collection, work.id.toString(), work.tag))
                        .toList());
    }

    private void withhold(Desk.Target target) {
        try {
            desk.withdraw(Actor.SYSTEM, new Desk.Leaving(target, "Its review is overdue.", null));
        } catch (Failure e) {
            LOG.warnf("%s/%s is overdue for review and stays: %s", target.collection(), target.name(), e.getMessage());
        }
    }
}
