package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The level of a rule: error or warning. */
public enum RuleLevel {
    /** A breach prevents publication. */
    @JsonProperty("refuse")
    REFUSE,
    /** A breach is reported and does not prevent publication. */
    @JsonProperty("warn")
    WARN
}
