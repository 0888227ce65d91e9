package org.ketaminecontent.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A right of an actor. A key's scopes have the same names. */
public enum Right {
    /** Read drafts and history, and make previews. */
    READ,
    /** Write drafts and submit them. */
    WRITE,
    /** Approve or reject what others wrote. */
    REVIEW,
    /** Publish, schedule and withdraw. */
    PUBLISH,
    /** Make keys, read the audit log, export and import the whole content. */
    ADMIN;

    /** The name on the wire, such as {@code publish}. */
    @JsonValue
    public String scope() {
        return name().toLowerCase(Locale.ROOT);
    }
}
