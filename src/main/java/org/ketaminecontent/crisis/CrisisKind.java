package org.ketaminecontent.crisis;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of a crisis resource. */
public enum CrisisKind {
    /** Somebody to talk to, by voice or text. */
    @JsonProperty("crisis-line")
    CRISIS_LINE,
    /** Help and advice by voice or text other than a crisis line: on poisoning, or on finding treatment. */
    @JsonProperty("helpline")
    HELPLINE,
    /** An emergency number. */
    @JsonProperty("emergency")
    EMERGENCY,
    /** A directory of services elsewhere. */
    @JsonProperty("directory")
    DIRECTORY
}
