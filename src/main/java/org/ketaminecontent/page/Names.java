package org.ketaminecontent.page;

import org.ketaminecontent.content.Certainty;

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
