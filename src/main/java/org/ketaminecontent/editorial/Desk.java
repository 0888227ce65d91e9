package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.access.AuditTrail.Act;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Review;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.manuscript.Finding;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.publishing.PlannedWithdrawal;
import org.ketaminecontent.publishing.Publication;
import org.ketaminecontent.publishing.Publisher;
import org.ketaminecontent.text.AuthoredText;
import org.ketaminecontent.text.Slug;

/**
 * Where documents are worked on. Each step is one transaction, which takes the locks in one order: what is live, then
 * documents by id, then the audit trail.
 */
@ApplicationScoped
class Desk {

    private static final int LONGEST_REVIEW_MONTHS = 12;
    private static final int LONGEST_TOLD = 200;

    private final ContentTypes contentTypes;
    private final Publisher publisher;
    private final DraftChecker checker;
    private final Referrers pointers;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    Desk(
            ContentTypes contentTypes,
            Publisher publisher,
            DraftChecker checker,
            Referrers pointers,
            AuditTrail audit,
            DatabaseClock clock) {
        this.contentTypes = contentTypes;
        this.publisher = publisher;
        this.checker = checker;
        this.pointers = pointers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A document that a step is for.
     *
     * @param tag of the version that it is meant for
     */
    record Target(String collection, String name, long tag) {}

    /** A document to be taken back, with the reason, and the one that takes its place. */
    record Leaving(Target target, String reason, @Nullable String successor) {}

    @Transactional
    Work create(Actor actor, String collection, ParsedDraft written) {
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        refuseTaken(collection, written.slug(), id);
        var work = Work.begin(id, collection, written.slug());
        var now = now();
        work.write(written.slug(), actor, now);
        work.persist();
        keep(work, written, actor, now, null, List.of());
        return work;
    }

    @Transactional
    Work replace(Actor actor, Target target, ParsedDraft written) {
        var work = locked(target);
        refuseTaken(work.collection, written.slug(), work.id);
        var before = Revision.head(work);
        var now = now();
        work.write(written.slug(), actor, now);
        keep(work, written, actor, now, before, List.of());
        return work;
    }

    /** @param moreAuthors whoever wrote what it brings back */
    private void keep(
            Work work,
            ParsedDraft written,
            Actor actor,
            Instant now,
            @Nullable Revision before,
            List<String> moreAuthors) {
        var revision = Revision.of(work, work.head, written.slug(), written.content(), actor, now);
        revision.minor = written.minor();
        revision.note = written.note();
        if (before != null) {
            revision.basedOn = before.number;
        }
        Authorship.note(work, revision, before, moreAuthors);
        if (revision.minor) {
            MinorChange.require(work, revision);
        }
        revision.persist();
        audit.add(
                actor,
                List.of(new Act(
                        before == null ? "create" : "edit",
                        work.id.toString(),
                        revision.number,
                        Map.of("document", work.key(), "minor", revision.minor),
                        before == null ? null : before.contentHash,
                        revision.contentHash)));
    }

    private void refuseTaken(String collection, String slug, UUID id) {
        if (!Slug.isValid(slug)) {
            throw InvalidContent.at(
                    "/slug", List.of("must be lower-case letters and digits joined by hyphens, 80 at most"));
        }
        Work.findByName(collection, slug).filter(other -> !other.id.equals(id)).ifPresent(other -> {
            throw new Failure(ErrorCode.NAME_TAKEN, "'" + other.key() + "' names another document.");
        });
    }

    /** Makes a version of the past the newest one; it has to be approved like any other. */
    @Transactional
    Work restore(Actor actor, Target target, int number) {
        var work = locked(target);
        var old = revision(work, number);
        refuseTaken(work.collection, old.slug, work.id);
        var before = Revision.head(work);
        var now = now();
        work.write(old.slug, actor, now);
        var note = "Restores revision " + number + ".";
        keep(
                work,
                new ParsedDraft(old.slug, old.read(contentType(work)), false, note),
                actor,
                now,
                before,
                old.authors);
        return work;
    }

    @Transactional
    Work submit(Actor actor, Target target) {
        var work = locked(target);
        var head = Revision.head(work);
        refuse(checker.findings(List.of(subject(work, head)), List.of()));
        work.submit(actor, now());
        return remembered(work, actor, "submit", head, Map.of());
    }

    /** What is wrong with this, if it became live as it is. */
    @Transactional
    List<Finding> findings(Manuscript manuscript) {
        return checker.findings(manuscript);
    }

    @Transactional
    Work approve(Actor reviewer, Target target, SignOff signOff) {
        var work = locked(target);
        var head = Revision.head(work);
        work.approve(reviewer, Set.copyOf(head.authors), now());
        Authorship.refuseNamesake(reviewer, work, head);
        var approval = head.minor && signOff.equals(SignOff.PLAIN)
                ? keepReview(work, head, reviewer)
                : Approval.of(work, reviewer, review(reviewer, signOff), now());
        approval.persist();
        return remembered(work, reviewer, "approve", head, told(approval));
    }

    /** A minor change keeps the review of what readers see. */
    private Approval keepReview(Work work, Revision head, Actor reviewer) {
        MinorChange.require(work, head);
        var last = Approval.of(work, requireNonNull(work.live));
        var approval = Approval.of(work, reviewer, last.map(each -> each.review).orElse(null), now());
        approval.signedRevision = last.map(each -> each.signedRevision).orElse(work.live);
        return approval;
    }

    private static Map<String, String> told(Approval approval) {
        var told = new HashMap<String, String>();
        told.put("signedRevision", String.valueOf(approval.signedRevision));
        var review = approval.review;
        if (review != null) {
            told.put("reviewer", String.valueOf(review.reviewerName));
            told.put("nextReviewDue", String.valueOf(review.nextReviewDue));
        }
        return told;
    }

    /** A reviewer's signature. Nobody's name stands there who is not a reviewer. */
    private Review review(Actor reviewer, SignOff signOff) {
        var today = clock.today();
        var latest = today.plusMonths(LONGEST_REVIEW_MONTHS);
        var due = signOff.nextReviewDue() == null ? latest : signOff.nextReviewDue();
        if (due.isBefore(today) || due.isAfter(latest)) {
            throw InvalidContent.at("/nextReviewDue", List.of("must be from " + today + " to " + latest));
        }
        var searched = signOff.evidenceSearchedUpTo();
        if (searched != null && searched.isAfter(today)) {
            throw InvalidContent.at("/evidenceSearchedUpTo", List.of("must not be after today, " + today));
        }
        if (reviewer.reviewerName() == null || reviewer.credentials() == null) {
            throw new Failure(
                    ErrorCode.MISSING_RIGHT,
                    "A review is signed with a name and credentials; whoever sent this has none.",
                    List.of(),
                    Map.of("needed", "review"));
        }
        return Review.of(reviewer.reviewerName(), reviewer.credentials(), today, due, searched);
    }

    @Transactional
    Work reject(Actor reviewer, Target target, String reason) {
        var work = locked(target);
        work.reject(reviewer, reason, now());
        return remembered(work, reviewer, "reject", Revision.head(work), Map.of("reason", reason));
    }

    @Transactional
    Work schedulePublication(Actor actor, Target target, Instant at) {
        var work = locked(target);
        work.schedulePublication(at, actor, now());
        return remembered(work, actor, "schedule", Revision.head(work), Map.of("publishAt", at.toString()));
    }

    @Transactional
    Work scheduleWithdrawal(Actor actor, Leaving leaving, Instant at) {
        var work = locked(leaving.target());
        refuseBadSuccessor(leaving);
        work.scheduleWithdrawal(at, leaving.reason(), leaving.successor(), actor, now());
        return remembered(
                work,
                actor,
                "schedule",
                Revision.head(work),
                Map.of("withdrawAt", at.toString(), "reason", leaving.reason()));
    }

    @Transactional
    Work unschedule(Actor actor, Target target) {
        var work = locked(target);
        work.unschedule(actor, now());
        return remembered(work, actor, "unschedule", Revision.head(work), Map.of());
    }

    @Transactional
    Work publish(Actor actor, Target target, PublishRequest publishing) {
        return release(actor, "", List.of(new Going(target, publishing)), List.of())
                .get(0);
    }

    @Transactional
    Work withdraw(Actor actor, Leaving leaving) {
        return release(actor, "", List.of(), List.of(leaving)).get(0);
    }

    /** Does what is scheduled for a document, unless another replica has. */
    @Transactional
    void run(UUID id) {
        publisher.lock();
        var work = Work.lock(id);
        var now = now();
        var target = new Target(work.collection, id.toString(), work.tag);
        if (work.isToBeWithdrawn(now)) {
            var reason = requireNonNull(work.withdrawReason);
            withdraw(Actor.SYSTEM, new Leaving(target, reason, work.successor));
        } else if (work.isToBePublished(now)) {
            publish(Actor.SYSTEM, target, PublishRequest.PLAIN);
        }
    }

    /**
     * Counts that it is tried to do what is scheduled for a document.
     *
     * @return how often it was tried
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int attempt(UUID id) {
        var work = Work.lock(id);
        work.attempt(now());
        return work.attempts;
    }

    /** Forgets what is scheduled for a document, because it cannot be done. */
    @Transactional
    void giveUp(UUID id, String why) {
        var work = Work.lock(id);
        work.giveUp(why, now());
        remembered(work, Actor.SYSTEM, "give-up", Revision.head(work), Map.of("reason", why));
    }

    /** A document to be published. */
    record Going(Target target, PublishRequest publishing) {}

    /**
     * Publishes and takes back several documents together: all or nothing.
     *
     * @param title of the release; empty where it is none
     */
    @Transactional
    List<Work> release(Actor actor, String title, List<Going> going, List<Leaving> leaving) {
        publisher.lock();
        var works = new HashMap<Target, Work>();
        var targets = new ArrayList<Target>();
        going.forEach(each -> targets.add(each.target()));
        leaving.forEach(each -> targets.add(each.target()));
        targets.stream()
                .sorted(Comparator.comparing(Target::collection).thenComparing(Target::name))
                .forEach(target -> works.put(target, locked(target)));
        return new Release(title, actor, now()).run(going, leaving, works);
    }

    /** Several steps of one transaction. */
    private final class Release {

        private final String title;
        private final Actor actor;
        private final Instant now;
        private final List<Act> acts = new ArrayList<>();
        private final List<Publication> publications = new ArrayList<>();
        private final List<PlannedWithdrawal> retractions = new ArrayList<>();
        private final List<DraftChecker.Subject> subjects = new ArrayList<>();

        Release(String title, Actor actor, Instant now) {
            this.title = title;
            this.actor = actor;
            this.now = now;
        }

        List<Work> run(List<Going> going, List<Leaving> leaving, Map<Target, Work> works) {
            var touched = new ArrayList<Work>();
            for (var each : going) {
                var work = requireNonNull(works.get(each.target()));
                publish(work, each.publishing());
                touched.add(work);
            }
            for (var each : leaving) {
                var work = requireNonNull(works.get(each.target()));
                refuseBadSuccessor(each);
                withdraw(work, each);
                touched.add(work);
            }
            var gone = retractions.stream().map(PlannedWithdrawal::document).toList();
            var rewritten =
                    subjects.stream().map(each -> each.manuscript().key()).toList();
            refuseReferenced(pointers.to(gone, rewritten));
            refuse(checker.findings(subjects, gone));
            publisher.publish(publications, retractions);
            audit.add(actor, acts);
            return touched;
        }

        private void publish(Work work, PublishRequest publishing) {
            var revision = Revision.head(work);
            var review = Approval.of(work, work.head)
                    .map(approval -> approval.review)
                    .orElse(null);
            var before = work.live == null ? null : revision(work, work.live).contentHash;
            work.publish(actor, now);
            work.reviewDue = review == null ? null : review.nextReviewDue;
            var subject = subject(work, revision);
            subjects.add(subject);
            var fix = publishing.correction();
            publications.add(
                    new Publication(subject.manuscript(), work.id, review, fix == null ? null : fix.publication()));
            var detail = detail(work);
            if (fix != null) {
                detail.put("correction", fix.severity().name());
            }
            acts.add(new Act("publish", work.id.toString(), revision.number, detail, before, revision.contentHash));
        }

        private void withdraw(Work work, Leaving leaving) {
            if (work.live == null) {
                throw new ImpossibleStep(work, Step.WITHDRAW);
            }
            var revision = revision(work, work.live);
            work.withdraw(leaving.reason(), leaving.successor(), actor, now);
            work.reviewDue = null;
            retractions.add(new PlannedWithdrawal(
                    work.collection + "/" + revision.slug,
                    leaving.reason(),
                    leaving.successor(),
                    actor.equals(Actor.SYSTEM)));
            var detail = detail(work);
            detail.put("reason", leaving.reason());
            acts.add(new Act("withdraw", work.id.toString(), revision.number, detail, revision.contentHash, null));
        }

        private Map<String, String> detail(Work work) {
            var detail = new HashMap<String, String>();
            detail.put("document", work.key());
            if (!title.isEmpty()) {
                detail.put("release", title);
            }
            return detail;
        }
    }

    private void refuseBadSuccessor(Leaving leaving) {
        var successor = leaving.successor();
        if (successor != null && !checker.liveNames().contains(successor)) {
            throw InvalidContent.at(
                    "/successor",
                    List.of("there is no live document '" + AuthoredText.shortened(successor, LONGEST_TOLD) + "'"));
        }
    }

    private static void refuseReferenced(List<String> by) {
        if (!by.isEmpty()) {
            throw new Failure(
                    ErrorCode.STILL_REFERENCED,
                    "Other documents point to it: " + String.join(", ", by) + ".",
                    List.of(),
                    Map.of("referencedBy", by));
        }
    }

    private static void refuse(List<Finding> found) {
        var findings = Finding.refusing(found);
        if (!findings.isEmpty()) {
            throw InvalidContent.of(findings, "/content");
        }
    }

    private DraftChecker.Subject subject(Work work, Revision revision) {
        return new DraftChecker.Subject(work.id, revision.manuscript(contentType(work)));
    }

    private ContentType<Entry, Content> contentType(Work work) {
        return contentTypes.of(work.collection).orElseThrow();
    }

    /** A revision by its number. */
    static Revision revision(Work work, int number) {
        return Revision.find(work, number)
                .orElseThrow(() -> new Failure(
                        ErrorCode.DOCUMENT_NOT_FOUND,
                        "'" + work.key() + "' has no revision " + number + "; the latest is " + work.revisions + "."));
    }

    private Work remembered(Work work, Actor actor, String action, Revision revision, Map<String, ?> detail) {
        var more = new HashMap<String, Object>(detail);
        more.put("document", work.key());
        audit.add(
                actor,
                List.of(new Act(
                        action,
                        work.id.toString(),
                        revision.number,
                        more,
                        revision.contentHash,
                        revision.contentHash)));
        return work;
    }

    /** The document, with nobody else working on it, as the caller knows it. */
    Work locked(Target target) {
        var known = WorkLookup.find(target.collection(), target.name());
        var work = Work.lock(known.id);
        if (work.tag != target.tag()) {
            throw new StaleVersion(work, changedFields(work, target.tag()));
        }
        return work;
    }

    private List<String> changedFields(Work work, long since) {
        var known = Revision.at(work, since);
        return known.isEmpty() || known.get().number == work.head
                ? List.of()
                : Comparison.of(known.get(), Revision.head(work)).fields();
    }

    private Instant now() {
        return clock.now();
    }
}
