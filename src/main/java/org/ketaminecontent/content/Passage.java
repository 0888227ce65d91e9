package org.ketaminecontent.content;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text in authored content.
 *
 * @param pointer its place, as a JSON pointer (RFC 6901)
 * @param role its role, which decides the checks
 */
public record Passage(String pointer, String text, Role role) {

    public enum Role {
        /** Other names, such as synonyms, and short phrases: checked for banned phrases alone. */
        NAME,
        /** Headings: also checked by the rules of language, not for the reading grade. */
        TITLE,
        /** Plain sentences. */
        PROSE,
        /** A statement of evidence, which must name a limit if it names a benefit. */
        STATEMENT
    }

    public static Passage title(String pointer, String text) {
        return new Passage(pointer, text, Role.TITLE);
    }

    public static Passage name(String pointer, String text) {
        return new Passage(pointer, text, Role.NAME);
    }

    public static Stream<Passage> names(String pointer, List<String> texts) {
        return IntStream.range(0, texts.size()).mapToObj(i -> name(pointer + "/" + i, texts.get(i)));
    }

    public static Passage prose(String pointer, String text) {
        return new Passage(pointer, text, Role.PROSE);
    }

    public static Passage statement(String pointer, String text) {
        return new Passage(pointer, text, Role.STATEMENT);
    }
}
