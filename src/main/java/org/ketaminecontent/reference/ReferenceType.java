package org.ketaminecontent.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.ketaminecontent.content.PageContent;

/** The type of a source. */
public enum ReferenceType {
    @JsonProperty("rct")
    RCT,
    @JsonProperty("meta-analysis")
    META_ANALYSIS,
    @JsonProperty("systematic-review")
    SYSTEMATIC_REVIEW,
    @JsonProperty("cochrane-review")
    COCHRANE_REVIEW,
    @JsonProperty("guideline")
    GUIDELINE,
    @JsonProperty("regulator-notice")
    REGULATOR_NOTICE,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("consensus")
    CONSENSUS,
    @JsonProperty("case-series")
    CASE_SERIES,
    @JsonProperty("animal-study")
    ANIMAL_STUDY,
    @JsonProperty("pooled-analysis")
    POOLED_ANALYSIS,
    @JsonProperty("survey")
    SURVEY,
    @JsonProperty("label")
    LABEL,
    @JsonProperty("open-label-trial")
    OPEN_LABEL_TRIAL,
    @JsonProperty("human-pharmacology-study")
    HUMAN_PHARMACOLOGY_STUDY,
    @JsonProperty("provider-survey")
    PROVIDER_SURVEY,
    @JsonProperty("cohort")
    COHORT,
    @JsonProperty("registry-study")
    REGISTRY_STUDY,
    @JsonProperty("open-label-cohort")
    OPEN_LABEL_COHORT,
    @JsonProperty("reference-database")
    REFERENCE_DATABASE,
    @JsonProperty("company-announcement")
    COMPANY_ANNOUNCEMENT,
    @JsonProperty("press-release")
    PRESS_RELEASE,
    @JsonProperty("service")
    SERVICE,
    @JsonProperty("secondary-analysis")
    SECONDARY_ANALYSIS;

    /** The type in words for readers. */
    String words() {
        return switch (this) {
            case RCT -> "Randomized controlled trial";
            case COHORT -> "Cohort study";
            case OPEN_LABEL_COHORT -> "Open-label cohort study";
            case OPEN_LABEL_TRIAL -> "Open-label trial";
            case META_ANALYSIS -> "Meta-analysis";
            default -> PageContent.words(this);
        };
    }
}
