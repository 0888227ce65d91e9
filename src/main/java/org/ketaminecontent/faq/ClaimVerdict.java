package org.ketaminecontent.faq;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.content.PageContent;

/** A claim of public debate that an answer puts right. */
@Embeddable
public record ClaimVerdict(
        @Schema(description = "The claim as it is made; not to be shown without its verdict.") @NotBlank
        String claim,

        @NotNull @Enumerated(EnumType.STRING) Verdict verdict) {

    /** The claim in quotation marks, and what the evidence says of it, in one piece. */
    String withVerdict() {
        return "“" + claim + "” Verdict: " + PageContent.words(verdict).toLowerCase(Locale.ROOT) + ".";
    }
}
