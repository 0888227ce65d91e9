package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.access.AuditTrail.Act;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.manuscript.Finding;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.pack.Pack;
import org.ketaminecontent.publishing.ContentHash;
import org.ketaminecontent.publishing.PlannedWithdrawal;
import org.ketaminecontent.publishing.Publisher;

/** Publishes a whole pack, and leaves alone what people have worked on. */
@ApplicationScoped
public class PackPublisher {

    private final PackPlans plans;
    private final Publisher publisher;
    private final DraftChecker checker;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    PackPublisher(PackPlans plans, Publisher publisher, DraftChecker checker, AuditTrail audit, DatabaseClock clock) {
        this.plans = plans;
        this.publisher = publisher;
        this.checker = checker;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The outcome of a pack.
     *
     * @param kept what readers do not see as the pack has it
     */
    public record Report(int published, int unchanged, int withdrawn, List<Kept> kept) {}

    /**
     * A document that readers do not see as the pack has it.
     *
     * @param document its name in the pack, such as {@code topics/history}
     */
    public record Kept(String document, String reason) {}

    /** Makes the pack live, but for what people have worked on. All or nothing. */
    @Transactional
    public Report publish(Pack pack) {
        publisher.lock();
        return publish(pack, plans.of(pack.manuscripts(), Actor.PACK), Actor.PACK);
    }

    /**
     * Makes a pack live that somebody sent in. What it changes the pack that comes with the application leaves alone from
     * then on; a later import may change it again.
     *
     * @return what became of each document
     */
    @Transactional
    public List<PackOutcome> publish(Pack pack, Actor sender) {
        publisher.lock();
        var plan = plans.of(pack.manuscripts(), sender);
        var items = plans.items(plan);
        publish(pack, plan, sender);
        return items;
    }

    /** Writes what is live as this build of the application does, and says whether there is anything. */
    @Transactional
    public boolean renew() {
        publisher.publish(List.of(), List.of());
        return !checker.liveNames().isEmpty();
    }

    /** The outcome that each document would have. */
    @Transactional
    public List<PackOutcome> foresee(Pack pack, Actor sender) {
        return plans.items(plans.of(pack.manuscripts(), sender));
    }

    private Report publish(Pack pack, PackPlan plan, Actor sender) {
        var report = publisher.publish(
                plan.taken().stream().map(PackPlan.Entry::publication).toList(),
                plan.leaving().stream()
                        .map(work -> new PlannedWithdrawal(work.key(), null, null, false))
                        .toList());
        publisher.replaceSynonyms(pack.synonyms());
        var acts = new ArrayList<Act>();
        var now = clock.now();
        plan.taken().forEach(each -> record(each, report, sender, now).ifPresent(acts::add));
        plan.leaving().forEach(work -> acts.add(withdrawn(work, sender, now)));
        var kept = new ArrayList<Kept>();
        plan.kept().forEach(each -> {
            var act = file(each, sender, now);
            act.ifPresent(acts::add);
            if (act.isPresent() || each.work() == null) {
                kept.add(new Kept(each.manuscript().key(), requireNonNull(each.reason())));
            }
        });
        remember(sender, acts);
        return new Report(report.published(), report.unchanged(), report.withdrawn(), kept);
    }

    /**
     * Makes one document of a pack live, unless it is to be left alone: then it goes into its history.
     *
     * @param pack all of it: a name that another of its documents has is that one's
     * @return what became of it; empty where it breaks rules as things are, and nothing was done
     */
    @Transactional
    public Optional<PackOutcome> publish(Manuscript manuscript, Pack pack, Actor sender) {
        publisher.lock();
        var plan = plans.of(manuscript, pack.manuscripts(), sender);
        var item = plans.items(plan).get(0);
        if (item.outcome() == PackOutcome.Outcome.PUBLISHED
                && !Finding.refusing(findings(plan)).isEmpty()) {
            return Optional.empty();
        }
        var now = clock.now();
        var acts = new ArrayList<Act>();
        if (item.outcome() == PackOutcome.Outcome.KEPT) {
            file(plan.kept().get(0), sender, now).ifPresent(acts::add);
        }
        if (item.outcome() == PackOutcome.Outcome.PUBLISHED) {
            var taken = plan.taken().get(0);
            var report = publisher.publish(List.of(taken.publication()), List.of());
            record(taken, report, sender, now).ifPresent(acts::add);
        }
        remember(sender, acts);
        return Optional.of(item);
    }

    /** The rules that a document of a pack breaks, if it becomes live alone. */
    @Transactional
    public List<Finding> findings(Manuscript manuscript, Pack pack, Actor sender) {
        return findings(plans.of(manuscript, pack.manuscripts(), sender));
    }

    private List<Finding> findings(PackPlan plan) {
        return checker.findings(
                plan.taken().stream()
                        .map(each -> new DraftChecker.Subject(
                                each.work() == null ? new UUID(0, 0) : each.work().id, each.manuscript()))
                        .toList(),
                List.of());
    }

    private void remember(Actor sender, List<Act> acts) {
        if (!acts.isEmpty()) {
            audit.add(sender, acts);
        }
    }

    /** Writes down what the pack made live. */
    private static Optional<Act> record(PackPlan.Entry taken, Publisher.Report report, Actor sender, Instant now) {
        var manuscript = taken.manuscript();
        var live = requireNonNull(report.live().get(manuscript.key()));
        var work =
                taken.work() == null ? Work.begin(live.id(), manuscript.collection(), manuscript.slug()) : taken.work();
        var before = work.head == 0 ? Optional.<Revision>empty() : Revision.find(work, work.head);
        if (work.isLive() && before.filter(each -> each.says(manuscript)).isPresent()) {
            return Optional.empty();
        }
        work.publishFromPack(manuscript.slug(), sender, now);
        work.persist();
        var revision = Revision.of(work, work.head, manuscript.slug(), manuscript.content(), sender, now);
        revision.fromPack = true;
        before.ifPresent(each -> revision.basedOn = each.number);
        if (before.isPresent() || sender != Actor.PACK) {
            Authorship.note(work, revision, null, List.of());
        }
        revision.persist();
        return Optional.of(act("publish", work, revision, before.map(each -> each.contentHash)));
    }

    private static Act withdrawn(Work work, Actor sender, Instant now) {
        var revision = Revision.head(work);
        work.withdrawFromPack("It is no longer in the content pack.", sender, now);
        return new Act(
                "withdraw",
                work.id.toString(),
                revision.number,
                Map.of("document", work.key()),
                revision.contentHash,
                null);
    }

    /** Puts the pack's version into the history of a document that people have worked on, once. */
    private static Optional<Act> file(PackPlan.Entry kept, Actor sender, Instant now) {
        var work = kept.work();
        var manuscript = kept.manuscript();
        if (work == null) {
            return Optional.empty();
        }
        var known = Revision.latestFromPack(work);
        if (known.filter(each -> each.contentHash.equals(ContentHash.of(manuscript.content())))
                .isPresent()) {
            return Optional.empty();
        }
        work.file();
        var revision = Revision.of(work, work.revisions, manuscript.slug(), manuscript.content(), sender, now);
        revision.fromPack = true;
        revision.note = "From a content pack, and not live: " + kept.reason() + ".";
        Authorship.note(work, revision, null, List.of());
        revision.persist();
        return Optional.of(act("file", work, revision, Optional.empty()));
    }

    private static Act act(String action, Work work, Revision revision, Optional<String> before) {
        return new Act(
                action,
                work.id.toString(),
                revision.number,
                Map.of("document", work.key()),
                before.orElse(null),
                revision.contentHash);
    }
}
