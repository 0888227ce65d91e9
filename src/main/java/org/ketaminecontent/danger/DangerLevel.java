package org.ketaminecontent.danger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The certainty of the recognition. */
public enum DangerLevel {
    /** The words are explicit: the full block of contacts is shown. */
    @JsonProperty("certain")
    CERTAIN,

    /** The words may indicate danger: one quiet line with the number is shown. */
    @JsonProperty("possible")
    POSSIBLE
}
