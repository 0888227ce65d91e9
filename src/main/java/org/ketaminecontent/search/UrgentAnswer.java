package org.ketaminecontent.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.danger.DangerKind;
import org.ketaminecontent.danger.DangerLevel;
import org.ketaminecontent.delivery.Meta;

/** The recognized danger with its crisis contacts. */
@Schema(name = "UrgentHelp")
public record UrgentAnswer(
        @Schema(
                description = "`emergency`: a life may end within minutes. `self-harm`: the reader may be thinking of"
                        + " suicide or self-harm. `other-person`: somebody the reader knows may be.")
        DangerKind kind,

        @Schema(
                description =
                        "`certain`: show all of it above everything else. `possible`: show at least one quiet line with the first number.")
        DangerLevel level,

        @Schema(
                description = "The language of `notice`, as a BCP 47 tag: that in which the danger was expressed. Mark"
                        + " the notice with it.")
        String lang,

        @Schema(description = "Sentences to show above the contacts.")
        String notice,

        @Schema(description = "The most urgent first.") List<Meta.Contact> contacts,

        @Schema(format = "uri", description = "Contacts in other places.")
        String all) {

    /** The same as every other answer has it, so that clients show one object. */
    Meta.Crisis asEverywhere() {
        return new Meta.Crisis(lang, notice, contacts, all);
    }
}
