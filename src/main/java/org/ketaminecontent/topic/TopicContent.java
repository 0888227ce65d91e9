package org.ketaminecontent.topic;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.CertaintySource;
import org.ketaminecontent.content.Code;
import org.ketaminecontent.content.Confirmation;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentLink;
import org.ketaminecontent.content.Drafting;
import org.ketaminecontent.content.GradedStatement;
import org.ketaminecontent.content.Passage;
import org.ketaminecontent.content.Risk;
import org.ketaminecontent.content.Theme;

/** A topic as authors write it. */
@Schema(name = "TopicContent")
public record TopicContent(
        @NotBlank String title,
        @NotNull @CodePointLength(min = 60, max = 300) String summary,
        @NotNull Theme theme,
        @NotNull @Positive Integer position,
        @NotNull Audience audience,
        @NotNull Confirmation confirmation,
        @NotNull Drafting drafting,
        boolean editedByPerson,
        @NotBlank String riskSummary,
        @NotNull @Size(min = 3, max = 6) List<@Valid @NotNull Fact> keyFacts,
        List<@NotBlank String> conditions,
        List<@NotBlank String> sideEffects,
        List<@NotBlank String> faqs,
        List<@Valid @NotNull Code> codes,
        List<@Valid @NotNull Risk> risks,
        @Nullable @PastOrPresent LocalDate asOf,
        @Size(max = 20) List<@NotBlank @CodePointLength(min = 3, max = 120) String> askedAs,
        List<@NotBlank String> formerSlugs,
        @NotBlank String body)
        implements Content {

    public TopicContent {
        keyFacts = keyFacts == null ? List.of() : keyFacts;
        conditions = conditions == null ? List.of() : conditions;
        sideEffects = sideEffects == null ? List.of() : sideEffects;
        faqs = faqs == null ? List.of() : faqs;
        codes = codes == null ? List.of() : codes;
        risks = risks == null ? List.of() : risks;
        askedAs = askedAs == null ? List.of() : askedAs;
        formerSlugs = formerSlugs == null ? List.of() : formerSlugs;
    }

    /** One of the few main sentences of a topic. */
    @Schema(name = "KeyFactContent")
    public record Fact(
            @NotBlank String statement,
            @NotNull Certainty certainty,
            @Nullable @Valid CertaintySource certaintySource,
            @Nullable @PastOrPresent LocalDate asOf,
            List<@NotBlank String> references,
            @NotNull Confirmation confirmation)
            implements GradedStatement {

        public Fact {
            references = references == null ? List.of() : references;
        }
    }

    @Override
    public String heading() {
        return title;
    }

    @Override
    public WordRange bodyLength() {
        return new WordRange(300, 900);
    }

    @Override
    public boolean needsRiskSummary() {
        return true;
    }

    @Override
    public List<Passage> passages() {
        var passages = new ArrayList<Passage>();
        passages.add(Passage.title("/title", title));
        passages.add(Passage.prose("/summary", summary));
        passages.add(Passage.prose("/riskSummary", riskSummary));
        for (int i = 0; i < keyFacts.size(); i++) {
            passages.add(Passage.statement(
                    "/keyFacts/" + i + "/statement", keyFacts.get(i).statement()));
            CertaintySource.passages(
                            "/keyFacts/" + i + "/certaintySource",
                            keyFacts.get(i).certaintySource())
                    .forEach(passages::add);
        }
        Code.passages(codes).forEach(passages::add);
        Risk.passages(risks).forEach(passages::add);
        return passages;
    }

    @Override
    public List<ContentLink> links() {
        var links = new ArrayList<ContentLink>();
        for (int i = 0; i < keyFacts.size(); i++) {
            ContentLink.list(
                            "/keyFacts/" + i + "/references",
                            "references",
                            keyFacts.get(i).references())
                    .forEach(links::add);
            CertaintySource.links(
                            "/keyFacts/" + i + "/certaintySource",
                            keyFacts.get(i).certaintySource())
                    .forEach(links::add);
        }
        ContentLink.list("/conditions", "conditions", conditions).forEach(links::add);
        ContentLink.list("/sideEffects", "side-effects", sideEffects).forEach(links::add);
        ContentLink.list("/faqs", "faqs", faqs).forEach(links::add);
        Risk.links(risks).forEach(links::add);
        return links;
    }
}
