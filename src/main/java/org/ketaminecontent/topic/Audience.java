package org.ketaminecontent.topic;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The audience of a topic. */
public enum Audience {
    @JsonProperty("everyone")
    EVERYONE,
    @JsonProperty("patients")
    PATIENTS,
    @JsonProperty("carers")
    CARERS
}
