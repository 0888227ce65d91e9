package org.ketaminecontent.faq;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Confirmation;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentLink;
import org.ketaminecontent.content.Drafting;
import org.ketaminecontent.content.Passage;
import org.ketaminecontent.content.Risk;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.text.Prose;

/** A question and its answer as authors write it; the body is the full answer. */
@Schema(name = "FaqContent")
public record FaqContent(
        @NotBlank @Pattern(regexp = ".*\\?", message = "must end with a question mark")
        String question,

        @NotBlank @CodePointLength(max = 320) String shortAnswer,
        @NotNull Theme theme,
        @NotNull @Positive Integer position,
        @NotNull Confirmation confirmation,
        @NotNull Drafting drafting,
        boolean editedByPerson,
        @Nullable String riskSummary,
        List<@NotBlank String> conditions,
        List<@NotBlank String> sideEffects,
        List<@Valid @NotNull ClaimVerdict> corrects,
        List<@Valid @NotNull Risk> risks,
        @Nullable @PastOrPresent LocalDate asOf,
        @Size(max = 20) List<@NotBlank @CodePointLength(min = 3, max = 120) String> askedAs,
        List<@NotBlank String> formerSlugs,
        @NotBlank String body)
        implements Content {

    public FaqContent {
        conditions = conditions == null ? List.of() : conditions;
        sideEffects = sideEffects == null ? List.of() : sideEffects;
        corrects = corrects == null ? List.of() : corrects;
        risks = risks == null ? List.of() : risks;
        askedAs = askedAs == null ? List.of() : askedAs;
        formerSlugs = formerSlugs == null ? List.of() : formerSlugs;
    }

    @JsonIgnore
    @AssertTrue(message = "the short answer must be exactly two sentences")
    public boolean isShortAnswerOfTwoSentences() {
        return shortAnswer == null || Prose.sentences(shortAnswer).size() == 2;
    }

    @Override
    public String heading() {
        return question;
    }

    @Override
    public WordRange bodyLength() {
        return new WordRange(80, 250);
    }

    @Override
    public boolean needsRiskSummary() {
        return true;
    }

    @Override
    public List<Passage> passages() {
        var passages = new ArrayList<Passage>();
        passages.add(Passage.title("/question", question));
        passages.add(Passage.prose("/shortAnswer", shortAnswer));
        if (riskSummary != null) {
            passages.add(Passage.prose("/riskSummary", riskSummary));
        }
        Risk.passages(risks).forEach(passages::add);
        return passages;
    }

    @Override
    public List<ContentLink> links() {
        return Stream.of(
                        ContentLink.list("/conditions", "conditions", conditions),
                        ContentLink.list("/sideEffects", "side-effects", sideEffects),
                        Risk.links(risks))
                .flatMap(each -> each)
                .toList();
    }
}
