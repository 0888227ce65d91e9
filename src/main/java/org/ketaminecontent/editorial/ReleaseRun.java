package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditTrail.Act;
import org.ketaminecontent.publishing.PlannedWithdrawal;
import org.ketaminecontent.publishing.Publication;

/** The steps of one release: takes them in the editors' documents, and collects what the publisher has to do. */
final class ReleaseRun {

    private final @Nullable String title;
    private final Actor actor;
    private final Instant now;
    private final Map<StepTarget, Work> works;
    private final DraftChecker checker;
    private final List<Work> touched = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Publication> publications = new ArrayList<>();
    private final List<PlannedWithdrawal> withdrawals = new ArrayList<>();
    private final List<DraftChecker.Subject> subjects = new ArrayList<>();

    /**
     * @param title of the release; null where it is a single step
     * @param works the documents, each locked
     */
    ReleaseRun(@Nullable String title, Actor actor, Instant now, Map<StepTarget, Work> works, DraftChecker checker) {
        this.title = title;
        this.actor = actor;
        this.now = now;
        this.works = works;
        this.checker = checker;
    }

    void publish(DocumentPublication publication) {
        var work = touch(publication.target());
        var revision = Revision.head(work);
        var review =
                Approval.of(work, work.head).map(approval -> approval.review).orElse(null);
        var before = work.live == null ? null : Revision.required(work, work.live).contentHash;
        work.publish(actor, now);
        work.reviewDue = review == null ? null : review.nextReviewDue;
        var subject = checker.subject(work, revision);
        subjects.add(subject);
        var fix = publication.correction();
        publications.add(
                new Publication(subject.manuscript(), work.id, review, fix == null ? null : fix.publication()));
        var detail = detail(work);
        if (fix != null) {
            checker.refusePraise(fix);
            detail.put("correction", fix.severity().name());
        }
        acts.add(new Act("publish", work.id.toString(), revision.number, detail, before, revision.contentHash));
    }

    void withdraw(DocumentWithdrawal withdrawal) {
        var work = touch(withdrawal.target());
        checker.requireLive(withdrawal.successor());
        if (work.live == null) {
            throw new ImpossibleStep(work, Step.WITHDRAW);
        }
        var revision = Revision.required(work, work.live);
        work.withdraw(withdrawal.reason(), withdrawal.successor(), actor, now);
        work.reviewDue = null;
        withdrawals.add(new PlannedWithdrawal(
                work.collection + "/" + revision.slug,
                withdrawal.reason(),
                withdrawal.successor(),
                actor.equals(Actor.SYSTEM)));
        var detail = detail(work);
        detail.put("reason", withdrawal.reason());
        acts.add(new Act("withdraw", work.id.toString(), revision.number, detail, revision.contentHash, null));
    }

    private Work touch(StepTarget target) {
        var work = requireNonNull(works.get(target));
        touched.add(work);
        return work;
    }

    private Map<String, String> detail(Work work) {
        var detail = new HashMap<String, String>();
        detail.put("document", work.key());
        if (title != null) {
            detail.put("release", title);
        }
        return detail;
    }

    List<String> withdrawnNames() {
        return withdrawals.stream().map(PlannedWithdrawal::document).toList();
    }

    List<String> publishedNames() {
        return subjects.stream().map(each -> each.manuscript().key()).toList();
    }

    List<Work> touched() {
        return touched;
    }

    List<Act> acts() {
        return acts;
    }

    List<Publication> publications() {
        return publications;
    }

    List<PlannedWithdrawal> withdrawals() {
        return withdrawals;
    }

    List<DraftChecker.Subject> subjects() {
        return subjects;
    }
}
