package org.ketaminecontent.content;

/**
 * A text in authored content.
 *
 * @param pointer its place, as a JSON pointer (RFC 6901)
 * @param role its role, which decides the checks
 */
public record Passage(String pointer, String text, Role role) {

    public enum Role {
        /** Headings and names: checked for banned phrases, not for the reading grade. */
        TITLE,
        /** Plain sentences. */
        PROSE,
        /** A statement of evidence, which must name a limit if it names a benefit. */
        STATEMENT
    }

    public static Passage title(String pointer, String text) {
        return new Passage(pointer, text, Role.TITLE);
    }

    public static Passage prose(String pointer, String text) {
        return new Passage(pointer, text, Role.PROSE);
    }

    public static Passage statement(String pointer, String text) {
        return new Passage(pointer, text, Role.STATEMENT);
    }
}
