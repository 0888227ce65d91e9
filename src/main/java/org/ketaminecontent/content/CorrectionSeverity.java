package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The importance of a correction for readers of the earlier version. */
public enum CorrectionSeverity {
    /** The error would not have changed what readers do. */
    @JsonProperty("minor")
    MINOR,
    /** The error may have led to wrong conclusions. */
    @JsonProperty("material")
    MATERIAL,
    /** The error may have led to harm. */
    @JsonProperty("safety-critical")
    SAFETY_CRITICAL
}
