package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How strictly a rule is held. */
public enum RuleLevel {
    /** What breaks it is not published. */
    @JsonProperty("refuse")
    REFUSE,
    /** What breaks it is told, and can be published. */
    @JsonProperty("warn")
    WARN
}
