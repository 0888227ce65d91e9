package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.publishing.PlannedWithdrawal;
import org.ketaminecontent.publishing.Publisher;

/** Publishes and withdraws documents: one at a time, or several together. */
@ApplicationScoped
public class Releases {

    private final Publisher publisher;
    private final DraftChecker checker;
    private final Referrers referrers;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    Releases(Publisher publisher, DraftChecker checker, Referrers referrers, AuditTrail audit, DatabaseClock clock) {
        this.publisher = publisher;
        this.checker = checker;
        this.referrers = referrers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Documents that are published and withdrawn in one transaction.
     *
     * @param title for the audit trail; null where a single document goes by itself
     */
    record Release(
            @Nullable String title, List<DocumentPublication> publications, List<DocumentWithdrawal> withdrawals) {}

    /** @throws org.ketaminecontent.http.Failure where a correction does not say everything */
    @Transactional
    public Work publish(Actor actor, StepTarget target, PublishRequest request) {
        request.check("");
        var publication = new DocumentPublication(target, request.correction());
        return run(actor, new Release(null, List.of(publication), List.of())).get(0);
    }

    /** @throws org.ketaminecontent.http.Failure where no reason is given, or live documents point to it */
    @Transactional
    public Work withdraw(Actor actor, StepTarget target, WithdrawRequest request) {
        return withdraw(actor, request.of(target));
    }

    @Transactional
    Work withdraw(Actor actor, DocumentWithdrawal withdrawal) {
        return run(actor, new Release(null, List.of(), List.of(withdrawal))).get(0);
    }

    /** Publishes and withdraws several documents together: all or nothing. */
    @Transactional
    public List<Work> release(Actor actor, ReleaseRequest request) {
        return run(actor, request.checked());
    }

    private List<Work> run(Actor actor, Release release) {
        publisher.lock();
        var works = new HashMap<StepTarget, Work>();
        var targets = Stream.concat(
                        release.publications().stream().map(DocumentPublication::target),
                        release.withdrawals().stream().map(DocumentWithdrawal::target))
                .sorted(Comparator.comparing(StepTarget::collection).thenComparing(StepTarget::name))
                .toList();
        targets.forEach(target -> works.put(target, WorkLookup.locked(target)));
        if (works.values().stream().distinct().count() < targets.size()) {
            throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail("", "names a document twice")));
        }
        var run = new ReleaseRun(release.title(), actor, clock.now(), works, checker);
        release.publications().forEach(run::publish);
        release.withdrawals().forEach(run::withdraw);
        var withdrawn = run.withdrawnNames();
        referrers.refuse(withdrawn, run.publishedNames());
        var leaving = referrers.withFormerNames(withdrawn);
        refuseLeavingSuccessors(run.withdrawals(), leaving);
        checker.require(run.subjects(), leaving, i -> release.title() == null ? "" : "/publish/" + i);
        publisher.publish(run.publications(), run.withdrawals());
        audit.add(actor, run.acts());
        return run.touched();
    }

    /** Readers of a withdrawn document are led to its successor. */
    private static void refuseLeavingSuccessors(List<PlannedWithdrawal> withdrawals, Set<String> leaving) {
        for (var each : withdrawals) {
            if (each.successor() != null && leaving.contains(each.successor())) {
                throw InvalidContent.at(
                        "/successor", List.of("'" + each.successor() + "' is withdrawn: name a document that stays"));
            }
        }
    }
}
