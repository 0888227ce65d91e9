package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure the evidence makes us: the four GRADE levels, or not graded. */
public enum Certainty {
    @JsonProperty("high")
    HIGH,
    @JsonProperty("moderate")
    MODERATE,
    @JsonProperty("low")
    LOW,
    @JsonProperty("very-low")
    VERY_LOW,
    @JsonProperty("not-graded")
    NOT_GRADED
}
