package org.ketaminecontent.topic;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a topic is written for. */
public enum Audience {
    @JsonProperty("everyone")
    EVERYONE,
    @JsonProperty("patients")
    PATIENTS,
    @JsonProperty("carers")
    CARERS
}
