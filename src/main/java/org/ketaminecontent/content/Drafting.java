package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the first text of a document was written. */
public enum Drafting {
    /** A person wrote it. */
    @JsonProperty("person")
    PERSON,
    /** A language model wrote it, or a part of it. */
    @JsonProperty("ai-assisted")
    AI_ASSISTED
}
