package org.ketaminecontent.danger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The kind of danger, which decides what is shown first. Where words say two, the first counts. */
public enum DangerKind {
    /** A life may end within minutes: an overdose, no breathing, unconsciousness, chest pain, heavy bleeding. */
    @JsonProperty("emergency")
    EMERGENCY,

    /** Somebody whom the reader knows may think of suicide or self-harm. */
    @JsonProperty("other-person")
    OTHER_PERSON,

    /** The reader may think of suicide or self-harm. */
    @JsonProperty("self-harm")
    SELF_HARM;

    /** The word on the wire and in the language files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
