package org.ketaminecontent.manuscript;

import java.util.List;
import org.ketaminecontent.text.AuthoredText;

/**
 * Something in a manuscript that breaks a rule.
 *
 * @param pointer where it stands in the content, as a JSON pointer (RFC 6901)
 * @param line for findings in {@code /body}, the line of the body, from 1; otherwise 0
 * @param refuses whether it keeps the manuscript from being published; a warning does not
 */
public record Finding(Manuscript manuscript, String pointer, int line, String message, boolean refuses) {

    /** So many findings of one document or pack are told, and of the others their number. */
    public static final int MOST_TOLD = 50;

    private static final int LONGEST_MESSAGE = 500;

    public Finding {
        message = AuthoredText.shortened(message, LONGEST_MESSAGE);
    }

    /** One that keeps the manuscript from being published. */
    public Finding(Manuscript manuscript, String pointer, int line, String message) {
        this(manuscript, pointer, line, message, true);
    }

    /** Those that keep a manuscript from being published. */
    public static List<Finding> refusing(List<Finding> all) {
        return all.stream().filter(Finding::refuses).toList();
    }

    /** The first of many. */
    public static <T> List<T> told(List<T> all) {
        return all.size() > MOST_TOLD ? all.subList(0, MOST_TOLD) : all;
    }

    /** The number of those that are not told, in words; empty where all are. */
    public static String untold(List<?> all) {
        return all.size() > MOST_TOLD ? "and " + (all.size() - MOST_TOLD) + " more like these" : "";
    }
}
