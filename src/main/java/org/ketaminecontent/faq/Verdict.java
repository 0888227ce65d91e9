package org.ketaminecontent.faq;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The verdict of the evidence on a claim. */
public enum Verdict {
    @JsonProperty("wrong")
    WRONG,
    @JsonProperty("unsupported")
    UNSUPPORTED,
    @JsonProperty("needs-nuance")
    NEEDS_NUANCE
}
