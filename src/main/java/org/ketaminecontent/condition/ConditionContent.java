package org.ketaminecontent.condition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
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
import org.ketaminecontent.content.Product;
import org.ketaminecontent.content.Risk;

/** A condition as authors write it. */
@Schema(name = "ConditionContent")
public record ConditionContent(
        @NotBlank String name,
        List<@NotBlank String> synonyms,
        @NotNull @CodePointLength(min = 60, max = 300) String summary,
        @NotNull @Positive Integer position,
        boolean investigational,
        @NotNull Confirmation confirmation,
        @NotNull Drafting drafting,
        boolean editedByPerson,
        @NotBlank String riskSummary,
        @NotNull @Valid Evidence evidence,
        @NotEmpty List<@Valid @NotNull Regulation> regulatoryStatus,
        List<@Valid @NotNull Code> codes,
        List<@Valid @NotNull Risk> risks,
        @Nullable @PastOrPresent LocalDate asOf,
        @Size(max = 20) List<@NotBlank @CodePointLength(min = 3, max = 120) String> askedAs,
        List<@NotBlank String> formerSlugs,
        @NotBlank String body)
        implements Content {

    public ConditionContent {
        synonyms = synonyms == null ? List.of() : synonyms;
        regulatoryStatus = regulatoryStatus == null ? List.of() : regulatoryStatus;
        codes = codes == null ? List.of() : codes;
        risks = risks == null ? List.of() : risks;
        askedAs = askedAs == null ? List.of() : askedAs;
        formerSlugs = formerSlugs == null ? List.of() : formerSlugs;
    }

    /** The evidence for the use as a whole (GRADE), and its statements. */
    @Schema(name = "EvidenceContent")
    public record Evidence(
            @NotNull Certainty certainty,
            @Nullable @Valid CertaintySource certaintySource,
            @NotBlank String note,
            @NotEmpty List<@Valid @NotNull Statement> statements)
            implements GradedStatement {

        public Evidence {
            statements = statements == null ? List.of() : statements;
        }
    }

    /** The finding of one study or review, with its limit. */
    @Schema(name = "EvidenceStatementContent")
    public record Statement(
            @NotBlank String statement,
            @NotBlank String limit,
            @NotNull Certainty certainty,
            @Nullable @Valid CertaintySource certaintySource,
            @Nullable @PastOrPresent LocalDate asOf,
            @NotEmpty List<@NotBlank String> references,
            @NotNull Confirmation confirmation)
            implements GradedStatement {}

    /** The status of a product for this use, in one place: ISO 3166-1 alpha-2, ISO 3166-2 ({@code GB-ENG}), {@code EU} or {@code WORLD}. */
    @Schema(name = "RegulationContent")
    public record Regulation(
            @NotNull @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?|WORLD")
            String jurisdiction,

            @NotNull Product product,
            @NotNull ApprovalStatus status,
            @NotBlank String statement,
            @Nullable @PastOrPresent LocalDate asOf,
            List<@NotBlank String> references) {

        public Regulation {
            references = references == null ? List.of() : references;
        }
    }

    @Override
    public String heading() {
        return name;
    }

    @Override
    public WordRange bodyLength() {
        return new WordRange(200, 600);
    }

    @Override
    public boolean needsRiskSummary() {
        return true;
    }

    @Override
    public List<Passage> passages() {
        var passages = new ArrayList<Passage>();
        passages.add(Passage.title("/name", name));
        Passage.names("/synonyms", synonyms).forEach(passages::add);
        Code.passages(codes).forEach(passages::add);
        passages.add(Passage.prose("/summary", summary));
        passages.add(Passage.prose("/riskSummary", riskSummary));
        passages.add(Passage.prose("/evidence/note", evidence.note()));
        CertaintySource.passages("/evidence/certaintySource", evidence.certaintySource())
                .forEach(passages::add);
        for (int i = 0; i < evidence.statements().size(); i++) {
            var statement = evidence.statements().get(i);
            passages.add(Passage.statement(
                    "/evidence/statements/" + i + "/statement", statement.statement() + " " + statement.limit()));
            CertaintySource.passages("/evidence/statements/" + i + "/certaintySource", statement.certaintySource())
                    .forEach(passages::add);
        }
        for (int i = 0; i < regulatoryStatus.size(); i++) {
            passages.add(Passage.prose(
                    "/regulatoryStatus/" + i + "/statement",
                    regulatoryStatus.get(i).statement()));
        }
        Risk.passages(risks).forEach(passages::add);
        return passages;
    }

    @Override
    public List<ContentLink> links() {
        var links = new ArrayList<ContentLink>();
        CertaintySource.links("/evidence/certaintySource", evidence.certaintySource())
                .forEach(links::add);
        for (int i = 0; i < evidence.statements().size(); i++) {
            ContentLink.list(
                            "/evidence/statements/" + i + "/references",
                            "references",
                            evidence.statements().get(i).references())
                    .forEach(links::add);
            CertaintySource.links(
                            "/evidence/statements/" + i + "/certaintySource",
                            evidence.statements().get(i).certaintySource())
                    .forEach(links::add);
        }
        for (int i = 0; i < regulatoryStatus.size(); i++) {
            ContentLink.list(
                            "/regulatoryStatus/" + i + "/references",
                            "references",
                            regulatoryStatus.get(i).references())
                    .forEach(links::add);
        }
        Risk.links(risks).forEach(links::add);
        return links;
    }
}
