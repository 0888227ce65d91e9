package org.ketaminecontent.faq;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.content.PageContent;

/** A claim of public debate with the verdict of the evidence. */
@Embeddable
@Schema(name = ClaimVerdict.RELEASED_NAME)
public record ClaimVerdict(
        @Schema(description = "The claim in the words of those who make it; never show it without its verdict.")
        @NotBlank
        String claim,

        @NotNull @Enumerated(EnumType.STRING) Verdict verdict) {

    /** The name in the description that clients were generated from. */
    static final String RELEASED_NAME = "Correction";

    /** The claim in quotation marks with its verdict, as one text. */
    String withVerdict() {
        return "“" + claim + "” Verdict: " + PageContent.words(verdict).toLowerCase(Locale.ROOT) + ".";
    }
}
