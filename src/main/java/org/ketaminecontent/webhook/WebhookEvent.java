package org.ketaminecontent.webhook;

import com.fasterxml.jackson.annotation.JsonValue;

/** An event that endpoints are told of. */
public enum WebhookEvent {
    /** A document is live that was not before. */
    PUBLISHED("document.published"),
    /** A live document has a new version. */
    UPDATED("document.updated"),
    /** A new version puts right what was published wrong. */
    CORRECTED("document.corrected"),
    /** A document was taken back. */
    WITHDRAWN("document.withdrawn"),
    /** A document was taken back because its time was over. */
    EXPIRED("document.expired"),
    /** The day by which a document was to be reviewed again has passed. */
    REVIEW_OVERDUE("document.review_overdue"),
    /** Somebody tries the endpoint. */
    TEST("endpoint.test");

    private final String type;

    WebhookEvent(String type) {
        this.type = type;
    }

    /** The type on the wire, such as {@code document.published}. */
    @JsonValue
    public String type() {
        return type;
    }
}
