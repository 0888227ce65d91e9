package org.ketaminecontent.crisis;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a crisis resource is. */
public enum CrisisKind {
    /** Somebody to talk to, by voice or text. */
    @JsonProperty("crisis-line")
    CRISIS_LINE,
    /** The emergency number. */
    @JsonProperty("emergency")
    EMERGENCY,
    /** A list of services elsewhere. */
    @JsonProperty("directory")
    DIRECTORY
}
