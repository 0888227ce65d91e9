package org.ketaminecontent.crisis;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it is known that a crisis resource can be reached. */
public enum Verification {
    /** Somebody called it or wrote to it. */
    @JsonProperty("called")
    CALLED,
    /** The service publishes it on a page of its own. */
    @JsonProperty("published-source")
    PUBLISHED_SOURCE
}
