package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.content.Review;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.live.DatabaseClock;

/** Takes versions through review: an author submits one, and a clinical reviewer approves or rejects it. */
@ApplicationScoped
public class Reviews {

    private static final int LONGEST_REVIEW_MONTHS = 12;
    private static final int DUE_SOON_DAYS = 30;

    private final ContentTypeLookup contentTypes;
    private final DraftChecker checker;
    private final StepTrail trail;
    private final DatabaseClock clock;

    Reviews(ContentTypeLookup contentTypes, DraftChecker checker, StepTrail trail, DatabaseClock clock) {
        this.contentTypes = contentTypes;
        this.checker = checker;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Failure where the version breaks a rule */
    @Transactional
    public Work submit(Actor actor, StepTarget target) {
        var work = WorkLookup.locked(target);
        checker.require(checker.subject(work, Revision.head(work)));
        work.submit(actor, clock.now());
        return trail.record(work, actor, "submit", Map.of());
    }

    /** @throws Failure where the reviewer wrote a part of the version, or the days are not possible */
    @Transactional
    public Work approve(Actor reviewer, StepTarget target, SignOff signOff) {
        var work = WorkLookup.locked(target);
        var head = Revision.head(work);
        work.approve(reviewer, Set.copyOf(head.authors), clock.now());
        Authorship.refuseNamesake(reviewer, work, head);
        var approval = head.minor && signOff.equals(SignOff.PLAIN)
                ? keepReview(work, head, reviewer)
                : Approval.of(work, reviewer, review(reviewer, signOff), clock.now());
        approval.persist();
        return trail.record(work, reviewer, "approve", told(approval));
    }

    /** A minor change keeps the review of what readers see. */
    private Approval keepReview(Work work, Revision head, Actor reviewer) {
        MinorChange.require(work, head, contentTypes.of(work.collection));
        var last = Approval.of(work, requireNonNull(work.live));
        var approval = Approval.of(work, reviewer, last.map(each -> each.review).orElse(null), clock.now());
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
                    "A review is signed with a name and credentials, and these credentials have none.",
                    List.of(),
                    Map.of("needed", "review"));
        }
        return Review.of(reviewer.reviewerName(), reviewer.credentials(), today, due, searched);
    }

    /** @throws Failure where no reason is given */
    @Transactional
    public Work reject(Actor reviewer, StepTarget target, RejectRequest rejection) {
        var reason = rejection.checkedReason();
        var work = WorkLookup.locked(target);
        work.reject(reviewer, reason, clock.now());
        return trail.record(work, reviewer, "reject", Map.of("reason", reason));
    }

    /** Live documents whose review is due within thirty days, or overdue, the most urgent first. */
    @Transactional
    public List<Due> due(String base) {
        var today = clock.today();
        return WorkFinders.dueUntil(today.plusDays(DUE_SOON_DAYS)).stream()
                .map(work -> new Due(EditorialDocument.of(work, null, base), work.isOverdueOn(today)))
                .toList();
    }

    /** The number of live documents whose review is overdue. */
    @Transactional
    public long overdue() {
        return WorkFinders.overdueOn(clock.today());
    }

    /** A live document whose review is due soon, or overdue. */
    public record Due(EditorialDocument document, boolean overdue) {}
}
