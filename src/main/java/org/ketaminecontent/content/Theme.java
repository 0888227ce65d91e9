package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The themes of readers' questions, by which topics and FAQs are grouped. */
public enum Theme {
    @JsonProperty("basics")
    BASICS,
    @JsonProperty("benefits-and-limits")
    BENEFITS_AND_LIMITS,
    @JsonProperty("safety")
    SAFETY,
    @JsonProperty("who-it-is-for")
    WHO_IT_IS_FOR,
    @JsonProperty("having-treatment")
    HAVING_TREATMENT,
    @JsonProperty("access-and-choices")
    ACCESS_AND_CHOICES;

    /** The theme in words for readers. */
    public String words() {
        return switch (this) {
            case BASICS -> "What it is";
            case BENEFITS_AND_LIMITS -> "Benefits and limits";
            case SAFETY -> "Safety";
            case WHO_IT_IS_FOR -> "Who it is for";
            case HAVING_TREATMENT -> "Having treatment";
            case ACCESS_AND_CHOICES -> "Access and choices";
        };
    }

    /** The theme in a sentence for readers. */
    public String about() {
        return switch (this) {
            case BASICS -> "What ketamine is, how it may work, and what off-label means.";
            case BENEFITS_AND_LIMITS -> "What it may do, for how long, and what nobody knows yet.";
            case SAFETY -> "What can go wrong, and when to get help.";
            case WHO_IT_IS_FOR -> "Other illnesses, other medicines, pregnancy and age.";
            case HAVING_TREATMENT -> "Before, during and after a session.";
            case ACCESS_AND_CHOICES -> "The law, clinics, costs and other options.";
        };
    }

    /** The theme's anchor on pages, such as {@code benefits-and-limits}. */
    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
