package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a correction matters to those who read what was wrong. */
public enum CorrectionSeverity {
    /** Nobody would have acted otherwise. */
    @JsonProperty("minor")
    MINOR,
    /** What was concluded may have been wrong. */
    @JsonProperty("material")
    MATERIAL,
    /** Somebody may have come to harm. */
    @JsonProperty("safety-critical")
    SAFETY_CRITICAL
}
