package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.Rfc3339;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.publishing.Publisher;

/** Plans publications and withdrawals for a time, and carries them out. */
@ApplicationScoped
public class Schedules {

    private final Releases releases;
    private final Publisher publisher;
    private final DraftChecker checker;
    private final StepTrail trail;
    private final DatabaseClock clock;

    Schedules(Releases releases, Publisher publisher, DraftChecker checker, StepTrail trail, DatabaseClock clock) {
        this.releases = releases;
        this.publisher = publisher;
        this.checker = checker;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Failure where there is not one time, or it is in the past */
    @Transactional
    public Work schedule(Actor actor, StepTarget target, ScheduleRequest request) {
        request.check(clock.now());
        var publishAt = request.publishAt();
        return publishAt != null
                ? schedulePublication(actor, target, publishAt)
                : scheduleWithdrawal(actor, request.withdrawal(target), requireNonNull(request.withdrawAt()));
    }

    private Work schedulePublication(Actor actor, StepTarget target, Instant at) {
        var work = WorkLookup.locked(target);
        work.schedulePublication(at, actor, clock.now());
        return trail.record(work, actor, "schedule", Map.of("publishAt", Rfc3339.text(at)));
    }

    private Work scheduleWithdrawal(Actor actor, DocumentWithdrawal withdrawal, Instant at) {
        publisher.lock();
        var work = WorkLookup.locked(withdrawal.target());
        checker.requireLive(withdrawal.successor());
        work.scheduleWithdrawal(at, withdrawal.reason(), withdrawal.successor(), actor, clock.now());
        publisher.expire(work.collection, work.id, at);
        return trail.record(
                work, actor, "schedule", Map.of("withdrawAt", Rfc3339.text(at), "reason", withdrawal.reason()));
    }

    @Transactional
    public Work unschedule(Actor actor, StepTarget target) {
        publisher.lock();
        var work = WorkLookup.locked(target);
        work.unschedule(actor, clock.now());
        stay(work);
        return trail.record(work, actor, "unschedule", Map.of());
    }

    /** Carries out what is scheduled for a document and due, unless another replica has. */
    @Transactional
    void run(UUID id) {
        publisher.lock();
        var work = Work.lock(id);
        var now = clock.now();
        var target = new StepTarget(work.collection, id.toString(), work.tag);
        if (work.schedule.isToBeWithdrawn(now)) {
            var reason = requireNonNull(work.schedule.withdrawReason);
            releases.withdraw(Actor.SYSTEM, new DocumentWithdrawal(target, reason, work.schedule.successor));
        } else if (work.schedule.isToBePublished(now)) {
            releases.publish(Actor.SYSTEM, target, PublishRequest.PLAIN);
        }
    }

    /**
     * Counts an attempt to carry out what is scheduled for a document.
     *
     * @return the number of attempts, this one included
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int attempt(UUID id) {
        var work = Work.lock(id);
        work.schedule.attempt(clock.now());
        return work.schedule.attempts;
    }

    /** Cancels what is scheduled for a document, because it cannot be done. */
    @Transactional
    void giveUp(UUID id, String why) {
        publisher.lock();
        var work = Work.lock(id);
        work.giveUp(why, clock.now());
        stay(work);
        trail.record(work, Actor.SYSTEM, "give-up", Map.of("reason", why));
    }

    /** Takes back what readers were told of a withdrawal. */
    private void stay(Work work) {
        if (work.isLive()) {
            publisher.expire(work.collection, work.id, null);
        }
    }
}
