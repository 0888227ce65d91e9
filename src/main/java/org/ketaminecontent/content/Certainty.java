package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The certainty of the evidence: one of GRADE's four levels, as a published assessment gave it, or the reason why there
 * is none.
 *
 * @see <a href="https://www.gradeworkinggroup.org">GRADE working group</a>
 */
public enum Certainty {
    @JsonProperty("high")
    HIGH,
    @JsonProperty("moderate")
    MODERATE,
    @JsonProperty("low")
    LOW,
    @JsonProperty("very-low")
    VERY_LOW,
    /** A finding that could be graded, but that nobody has graded. */
    @JsonProperty("not-graded")
    NOT_GRADED,
    /** Not a finding: a rule, a definition, a mechanism, an event or advice. */
    @JsonProperty("not-applicable")
    NOT_APPLICABLE;

    /** Tells whether this is a level of GRADE. */
    public boolean isGrade() {
        return this != NOT_GRADED && this != NOT_APPLICABLE;
    }

    /** The certainty in words for readers; empty if there is no finding to be certain of. */
    public String words() {
        return switch (this) {
            case HIGH -> "High certainty";
            case MODERATE -> "Moderate certainty";
            case LOW -> "Low certainty";
            case VERY_LOW -> "Very low certainty";
            case NOT_GRADED -> "Not graded";
            case NOT_APPLICABLE -> "";
        };
    }
}
