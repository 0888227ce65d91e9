package org.ketaminecontent.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The origin of a document's text, as it is delivered. */
@Schema(
        name = "Provenance",
        description = "How the text was written. Show it in one line with `review`; readers should see both.")
public record ProvenanceDocument(
        @Schema(nullable = true, description = "How the first text was drafted; null if its author did not say.")
        @Nullable
        Drafting drafting,

        @Schema(description = "True if a person has edited the draft since.")
        boolean editedByPerson,

        @Schema(description = "True if a named clinician has ever reviewed the document.")
        boolean clinicallyReviewed) {

    static ProvenanceDocument of(Entry entry, ReviewDocument review) {
        return new ProvenanceDocument(
                entry.drafting, entry.editedByPerson, review.status() != ReviewStatus.NOT_REVIEWED);
    }
}
