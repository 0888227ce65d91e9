package org.ketaminecontent.editorial;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A step that can be taken with a document. */
public enum Step {
    EDIT,
    SUBMIT,
    APPROVE,
    REJECT,
    PUBLISH,
    SCHEDULE,
    UNSCHEDULE,
    WITHDRAW;

    /** The name on the wire. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
