package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The extent to which a statement was checked against its source; a mark for reviewers. */
public enum Confirmation {
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("partly-confirmed")
    PARTLY_CONFIRMED,
    @JsonProperty("to-confirm")
    TO_CONFIRM,
    /** Guidance for readers, not a research finding. */
    @JsonProperty("editorial")
    EDITORIAL
}
