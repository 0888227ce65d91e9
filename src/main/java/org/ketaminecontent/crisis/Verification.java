package org.ketaminecontent.crisis;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The evidence that a crisis resource can be reached. */
public enum Verification {
    /** Somebody called or wrote to it. */
    @JsonProperty("called")
    CALLED,
    /** The service publishes it on its own page. */
    @JsonProperty("published-source")
    PUBLISHED_SOURCE
}
