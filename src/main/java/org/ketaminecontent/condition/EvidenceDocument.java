package org.ketaminecontent.condition;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.CertaintySourceDocument;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.reference.GradedBy;
import org.ketaminecontent.reference.References;

/** The evidence for the use in a condition, as delivered. */
@Schema(name = "Evidence")
public record EvidenceDocument(
        @Schema(description = "For the use as a whole: the GRADE level of a published assessment, or `not-graded`.")
        Certainty certainty,

        @Schema(
                nullable = true,
                description = "The published assessment that assigned the grade; null without a grade.")
        @Nullable
        CertaintySourceDocument certaintySource,

        String note,
        List<Statement> statements) {

    /** The finding of one study or review, with its limit. */
    @Schema(name = "EvidenceStatement")
    public record Statement(
            String statement,

            @Schema(description = "The limit of the evidence. Show it together with `text`.")
            String limit,

            Certainty certainty,

            @Schema(
                    nullable = true,
                    description = "The published assessment that assigned the grade; null without a grade.")
            @Nullable
            CertaintySourceDocument certaintySource,

            @Schema(
                    nullable = true,
                    examples = "2026-11-27",
                    description = "The date as of which this was correct; null if it does not age.")
            @Nullable
            LocalDate asOf,

            List<Related> references) {
        private static Statement of(EvidenceStatement each, DeliveryContext deliveryContext) {
            return new Statement(
                    each.statement,
                    each.limitation,
                    each.certainty,
                    GradedBy.document(each.certaintySource, deliveryContext),
                    each.asOf,
                    deliveryContext.related(References.COLLECTION, each.references));
        }
    }

    static EvidenceDocument of(Condition condition, DeliveryContext deliveryContext) {
        return new EvidenceDocument(
                condition.evidenceCertainty,
                GradedBy.document(condition.certaintySource, deliveryContext),
                condition.evidenceNote,
                condition.evidence.stream()
                        .map(each -> Statement.of(each, deliveryContext))
                        .toList());
    }
}
