package org.ketaminecontent.danger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure the recognition is. */
public enum DangerLevel {
    /** The words say it: the full block of contacts is shown. */
    @JsonProperty("certain")
    CERTAIN,

    /** The words may say it: one quiet line with the number is shown. */
    @JsonProperty("possible")
    POSSIBLE
}
