package org.ketaminecontent.page;

import java.util.Locale;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.PlaceNames;
import org.ketaminecontent.content.Theme;

/** The words for readers of what content names in single terms; those of content types stand with the types. */
public final class Names {

    private Names() {}

    /** A concern that readers come with. */
    public static String theme(Theme theme) {
        return switch (theme) {
            case BASICS -> "What it is";
            case BENEFITS_AND_LIMITS -> "Benefits and limits";
            case SAFETY -> "Safety";
            case WHO_IT_IS_FOR -> "Who it is for";
            case HAVING_TREATMENT -> "Having treatment";
            case ACCESS_AND_CHOICES -> "Access and choices";
        };
    }

    /** The concern in a sentence. */
    static String about(Theme theme) {
        return switch (theme) {
            case BASICS -> "What ketamine is, how it may work, and what off-label means.";
            case BENEFITS_AND_LIMITS -> "What it may do, for how long, and what nobody knows yet.";
            case SAFETY -> "What can go wrong, and when to get help.";
            case WHO_IT_IS_FOR -> "Other illnesses, other medicines, pregnancy and age.";
            case HAVING_TREATMENT -> "Before, during and after a session.";
            case ACCESS_AND_CHOICES -> "The law, clinics, costs and other options.";
        };
    }

    /** A concern as addresses write it. */
    public static String anchor(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The heading of the contacts of a place, below those of the reader's own country. */
    public static String place(String code) {
        return code.equals(PlaceNames.WORLD) ? "Anywhere else" : PlaceNames.place(code);
    }

    /** GRADE's level in words. */
    static String certainty(Certainty certainty) {
        return switch (certainty) {
            case HIGH -> "High certainty";
            case MODERATE -> "Moderate certainty";
            case LOW -> "Low certainty";
            case VERY_LOW -> "Very low certainty";
            case NOT_GRADED -> "Not graded";
            case NOT_APPLICABLE -> "";
        };
    }
}
