package org.ketaminecontent.sideeffect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Confirmation;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentLink;
import org.ketaminecontent.content.Drafting;
import org.ketaminecontent.content.Passage;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.content.Risk;

/** A side effect as authors write it. */
@Schema(name = "SideEffectContent")
public record SideEffectContent(
        @NotBlank String name,
        @NotBlank String clinicalTerm,
        List<@NotBlank String> synonyms,
        @NotNull @CodePointLength(min = 60, max = 300) String summary,
        @NotNull @Positive Integer position,
        @NotNull Severity severity,
        @NotBlank String severityNote,
        @NotNull Confirmation confirmation,
        @NotNull Drafting drafting,
        boolean editedByPerson,
        @NotNull @Valid Frequency frequency,
        @NotBlank String onsetAndDuration,
        @NotBlank String whatPeopleNotice,
        @NotBlank String whatClinicsDo,
        @NotBlank String whenToGetUrgentHelp,
        List<@NotBlank String> conditions,
        List<@Valid @NotNull Risk> risks,
        @Nullable @PastOrPresent LocalDate asOf,
        @Size(max = 20) List<@NotBlank @CodePointLength(min = 3, max = 120) String> askedAs,
        List<@NotBlank String> formerSlugs,
        @NotBlank String body)
        implements Content {

    public SideEffectContent {
        synonyms = synonyms == null ? List.of() : synonyms;
        conditions = conditions == null ? List.of() : conditions;
        risks = risks == null ? List.of() : risks;
        askedAs = askedAs == null ? List.of() : askedAs;
        formerSlugs = formerSlugs == null ? List.of() : formerSlugs;
    }

    /** The frequency, with its supporting figures. */
    @Schema(name = "FrequencyContent")
    public record Frequency(
            @NotNull FrequencyBand band,
            List<@Valid @NotNull ProductBand> bands,
            @Nullable String note,
            List<@Valid @NotNull Figure> figures) {

        public Frequency {
            bands = bands == null ? List.of() : bands;
            figures = figures == null ? List.of() : figures;
        }

        @JsonIgnore
        @AssertTrue(message = "needs a figure whose percentages reach the band, or the band unknown with a note")
        public boolean isBandFounded() {
            // Other constraints report missing values.
            if (band == null || band == FrequencyBand.UNKNOWN) {
                return band == null || note != null;
            }
            return figures.stream()
                    .filter(Objects::nonNull)
                    .anyMatch(each -> band.holds(each.percentLow(), each.percentHigh()));
        }

        @JsonIgnore
        @AssertTrue(
                message = "must list each product once in bands, each with a figure of that product whose percentages"
                        + " reach the band")
        public boolean isEachBandFounded() {
            return bands.stream().allMatch(this::isFounded)
                    && bands.stream().map(ProductBand::product).distinct().count() == bands.size();
        }

        private boolean isFounded(ProductBand each) {
            // A pool of products supports no band, and other constraints report missing values.
            return each.product() == null
                    || each.band() == null
                    || each.product() != Product.KETAMINE_OR_ESKETAMINE
                            && figures.stream()
                                    .filter(figure -> figure.product() == each.product())
                                    .anyMatch(figure -> each.band().holds(figure.percentLow(), figure.percentHigh()));
        }

        @JsonIgnore
        @AssertTrue(message = "must have the band of ketamine-infusion in bands, or unknown if bands does not list it")
        public boolean isBandThatOfInfusions() {
            var infusion = bands.stream()
                    .filter(each -> each.product() == Product.KETAMINE_INFUSION)
                    .findFirst();
            return bands.isEmpty() || infusion.map(each -> each.band() == band).orElse(band == FrequencyBand.UNKNOWN);
        }
    }

    /** The frequency with one product. */
    @Schema(name = "ProductBandContent")
    public record ProductBand(
            @NotNull Product product, @NotNull FrequencyBand band) {}

    /** One figure of one product, in percent of people; null if the source gives none. */
    @Schema(name = "FigureContent")
    public record Figure(
            @NotNull Product product,
            @NotBlank String figure,
            @Nullable @DecimalMin("0") @DecimalMax("100") Double percentLow,
            @Nullable @DecimalMin("0") @DecimalMax("100") Double percentHigh,
            @NotEmpty List<@NotBlank String> references) {}

    @Override
    public String heading() {
        return name;
    }

    @Override
    public WordRange bodyLength() {
        return new WordRange(120, 350);
    }

    @Override
    public List<Passage> passages() {
        var passages = new ArrayList<Passage>();
        passages.add(Passage.title("/name", name));
        passages.add(Passage.name("/clinicalTerm", clinicalTerm));
        Passage.names("/synonyms", synonyms).forEach(passages::add);
        passages.add(Passage.prose("/summary", summary));
        passages.add(Passage.prose("/severityNote", severityNote));
        if (frequency.note() != null) {
            passages.add(Passage.prose("/frequency/note", frequency.note()));
        }
        for (int i = 0; i < frequency.figures().size(); i++) {
            passages.add(Passage.prose(
                    "/frequency/figures/" + i + "/figure",
                    frequency.figures().get(i).figure()));
        }
        passages.add(Passage.prose("/onsetAndDuration", onsetAndDuration));
        passages.add(Passage.prose("/whatPeopleNotice", whatPeopleNotice));
        passages.add(Passage.prose("/whatClinicsDo", whatClinicsDo));
        passages.add(Passage.prose("/whenToGetUrgentHelp", whenToGetUrgentHelp));
        Risk.passages(risks).forEach(passages::add);
        return passages;
    }

    @Override
    public List<ContentLink> links() {
        var links = new ArrayList<ContentLink>();
        ContentLink.list("/conditions", "conditions", conditions).forEach(links::add);
        for (int i = 0; i < frequency.figures().size(); i++) {
            ContentLink.list(
                            "/frequency/figures/" + i + "/references",
                            "references",
                            frequency.figures().get(i).references())
                    .forEach(links::add);
        }
        Risk.links(risks).forEach(links::add);
        return links;
    }
}
