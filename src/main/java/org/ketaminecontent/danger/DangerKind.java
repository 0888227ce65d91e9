package org.ketaminecontent.danger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * The kind of danger, which decides which contacts are shown first. If words indicate several, the first constant
 * applies.
 */
public enum DangerKind {
    /** A life may end within minutes: an overdose, no breathing, unconsciousness, chest pain, heavy bleeding. */
    @JsonProperty("emergency")
    EMERGENCY,

    /** Somebody the reader knows may be thinking of suicide or self-harm. */
    @JsonProperty("other-person")
    OTHER_PERSON,

    /** The reader may be thinking of suicide or self-harm. */
    @JsonProperty("self-harm")
    SELF_HARM;

    /** The name on the wire and in the language files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
