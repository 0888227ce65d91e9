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
}
