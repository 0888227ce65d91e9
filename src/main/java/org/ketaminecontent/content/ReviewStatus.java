package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The status of a document's clinical review. */
public enum ReviewStatus {
    @JsonProperty("not-reviewed")
    NOT_REVIEWED,
    @JsonProperty("current")
    CURRENT,
    /** Due within {@value Review#DUE_SOON_DAYS} days. */
    @JsonProperty("due-soon")
    DUE_SOON,
    @JsonProperty("overdue")
    OVERDUE
}
