package org.ketaminecontent.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody may be allowed to do. A key's scopes have the same names. */
public enum Right {
    /** Read drafts and history, and make previews. */
    READ,
    /** Write drafts and submit them. */
    WRITE,
    /** Approve or reject what others wrote. */
    REVIEW,
    /** Publish, schedule and withdraw. */
    PUBLISH,
    /** Make keys, read the audit trail, take the whole content out and put it in. */
    ADMIN;

    /** The name on the wire, such as {@code publish}. */
    @JsonValue
    public String scope() {
        return name().toLowerCase(Locale.ROOT);
    }
}
