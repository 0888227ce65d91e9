package org.ketaminecontent.manuscript;

import java.util.List;
import org.ketaminecontent.text.AuthoredText;

/**
 * A breach of a rule in a manuscript.
 *
 * @param pointer its place in the content, as a JSON pointer (RFC 6901)
 * @param line for findings in {@code /body}, the line of the body, from 1; otherwise 0
 * @param refuses whether it prevents publication; a warning does not
 */
public record Finding(Manuscript manuscript, String pointer, int line, String message, boolean refuses) {

    /** The maximum number of reported findings of one document or pack; further ones are only counted. */
    public static final int MOST_TOLD = 50;

    private static final int LONGEST_MESSAGE = 500;

    public Finding {
        message = AuthoredText.shortened(message, LONGEST_MESSAGE);
    }

    /** A finding that prevents publication. */
    public Finding(Manuscript manuscript, String pointer, int line, String message) {
        this(manuscript, pointer, line, message, true);
    }

    /** The findings that prevent publication. */
    public static List<Finding> refusing(List<Finding> all) {
        return all.stream().filter(Finding::refuses).toList();
    }

    /** The first items, up to the maximum. */
    public static <T> List<T> told(List<T> all) {
        return all.size() > MOST_TOLD ? all.subList(0, MOST_TOLD) : all;
    }

    /** The number of unreported items, in words; empty if all are reported. */
    public static String untold(List<?> all) {
        return all.size() > MOST_TOLD ? "and " + (all.size() - MOST_TOLD) + " more findings" : "";
    }
}
