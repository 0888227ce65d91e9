package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The origin of a document's first text. */
public enum Drafting {
    /** A person wrote it. */
    @JsonProperty("person")
    PERSON,
    /** A language model wrote it or a part of it. */
    @JsonProperty("ai-assisted")
    AI_ASSISTED
}
