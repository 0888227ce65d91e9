package org.ketaminecontent.crisis;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a crisis resource is. */
public enum CrisisKind {
    /** Somebody to talk to, by voice or text. */
    @JsonProperty("crisis-line")
    CRISIS_LINE,
    /** Help and advice by voice or text that is no crisis line: on poisons, on finding treatment. */
    @JsonProperty("helpline")
    HELPLINE,
    /** The emergency number. */
    @JsonProperty("emergency")
    EMERGENCY,
    /** A list of services elsewhere. */
    @JsonProperty("directory")
    DIRECTORY
}
