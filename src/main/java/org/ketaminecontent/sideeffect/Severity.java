package org.ketaminecontent.sideeffect;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The harm that a side effect usually does. */
public enum Severity {
    @JsonProperty("mild")
    MILD,
    @JsonProperty("moderate")
    MODERATE,
    /** Needs medical help, or may leave lasting harm. */
    @JsonProperty("serious")
    SERIOUS,
    @JsonProperty("life-threatening")
    LIFE_THREATENING
}
