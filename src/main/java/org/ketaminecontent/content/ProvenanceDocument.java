package org.ketaminecontent.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The origin of a document's text, as it is delivered. */
@Schema(
        name = "Provenance",
        description = "How the text came about. Show it in one line with `review`: readers are owed both.")
public record ProvenanceDocument(
        @Schema(nullable = true, description = "How it was drafted; null where its author has not said so.") @Nullable
        Drafting drafting,

        @Schema(description = "True where a person has edited the draft since.")
        boolean editedByPerson,

        @Schema(description = "True where a named clinician has reviewed the document, however long ago.")
        boolean clinicallyReviewed) {

    static ProvenanceDocument of(Entry entry, ReviewDocument review) {
        return new ProvenanceDocument(
                entry.drafting, entry.editedByPerson, review.status() != ReviewStatus.NOT_REVIEWED);
    }
}
