package org.ketaminecontent.page;

import java.util.Locale;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Theme;

/** What readers call things. */
public final class Names {

    private Names() {}

    /** A collection's documents. */
    public static String many(String collection) {
        return switch (collection) {
            case "topics" -> "Topics";
            case "conditions" -> "Conditions";
            case "side-effects" -> "Side effects";
            case "faqs" -> "Questions";
            case "references" -> "Sources";
            case "glossary" -> "Glossary";
            case "crisis-resources" -> "Crisis contacts";
            default -> collection;
        };
    }

    /** One document of a collection. */
    public static String one(String collection) {
        return switch (collection) {
            case "topics" -> "Topic";
            case "conditions" -> "Condition";
            case "side-effects" -> "Side effect";
            case "faqs" -> "Question";
            case "references" -> "Source";
            case "glossary" -> "Glossary";
            case "crisis-resources" -> "Crisis contact";
            default -> collection;
        };
    }

    /** What a collection is for. */
    public static String about(String collection) {
        return switch (collection) {
            case "topics" -> "Pages on one subject each, with key facts and limits.";
            case "conditions" -> "What the evidence shows for each, and how certain it is.";
            case "side-effects" -> "How often each happens, what it is like, and when to get help.";
            case "faqs" -> "A short answer and a full one.";
            case "references" -> "The sources that everything else cites.";
            case "glossary" -> "Terms in plain words.";
            case "crisis-resources" -> "Whom to call or text, by country.";
            default -> "";
        };
    }

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
    static String anchor(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A country by its ISO 3166-1 code, with the words that jurisdictions have beside countries. */
    static String place(String code) {
        return switch (code) {
            case "EU" -> "European Union";
            case "WORLD" -> "Anywhere else";
            default -> new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.US);
        };
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
