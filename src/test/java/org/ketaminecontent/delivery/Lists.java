package org.ketaminecontent.delivery;

import java.util.Map;
import java.util.Objects;

/** How tests ask for lists. */
final class Lists {

    private static final Map<String, String> HEADINGS = Map.of(
            "topics", "title",
            "conditions", "name",
            "side-effects", "name",
            "faqs", "question",
            "references", "title",
            "glossary", "term",
            "crisis-resources", "name");

    private Lists() {}

    /** The field that a document goes by. */
    static String heading(String collection) {
        return Objects.requireNonNull(
                HEADINGS.get(collection), () -> "name the heading of " + collection + " in Lists");
    }

    /** The list with as little of each document as is needed to tell which it is. */
    static String brief(String collection) {
        return "/v1/" + collection + "?fields=" + heading(collection);
    }
}
