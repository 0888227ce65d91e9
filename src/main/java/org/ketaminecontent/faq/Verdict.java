package org.ketaminecontent.faq;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the evidence says of a claim. */
public enum Verdict {
    @JsonProperty("wrong")
    WRONG,
    @JsonProperty("unsupported")
    UNSUPPORTED,
    @JsonProperty("needs-nuance")
    NEEDS_NUANCE
}
