package org.ketaminecontent.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.ProvenanceDocument;
import org.ketaminecontent.content.ReviewDocument;

/** The line on each page that tells who reviewed a document, and who drafted it. */
public final class ReviewLine {

    private ReviewLine() {}

    /** The reviewer of a document and the origin of its text, in one line. */
    public static String of(Document document) {
        return review(document.review()) + provenance(document.provenance());
    }

    private static String review(ReviewDocument review) {
        var reviewer = review.reviewedBy();
        var on = review.lastReviewed();
        if (reviewer == null || on == null) {
            return "No clinical review yet.";
        }
        var credentials = reviewer.credentials() == null ? "" : ", " + reviewer.credentials();
        return "Clinical review by " + reviewer.name() + credentials + " on " + DocumentView.DAY.format(on)
                + due(review, review.nextReviewDue());
    }

    /** The origin of the text in a sentence after a blank; empty where its author has not said. */
    private static String provenance(ProvenanceDocument provenance) {
        if (provenance.drafting() == null) {
            return "";
        }
        return switch (provenance.drafting()) {
            case PERSON -> " Written by a person.";
            case AI_ASSISTED ->
                provenance.editedByPerson()
                        ? " Drafted with AI assistance, then edited by a person."
                        : " Drafted with AI assistance, and not yet edited by a person.";
        };
    }

    private static String due(ReviewDocument review, @Nullable LocalDate next) {
        if (next == null) {
            return ".";
        }
        return switch (review.status()) {
            case OVERDUE -> "; the next one was due on " + DocumentView.DAY.format(next) + " and is overdue.";
            default -> "; the next one is due on " + DocumentView.DAY.format(next) + ".";
        };
    }
}
