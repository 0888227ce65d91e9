package org.ketaminecontent.pack;

import java.util.Optional;

/**
 * A text file that begins with YAML between two {@code ---} lines.
 *
 * @param body the text below the YAML
 * @param bodyLine the first line of the body, from 1
 */
record FrontMatter(String yaml, String body, int bodyLine) {

    private static final String FENCE = "---";

    /** Splits a file whose lines end with a line feed; empty if it has no front matter. */
    static Optional<FrontMatter> of(String text) {
        if (!text.startsWith(FENCE + "\n")) {
            return Optional.empty();
        }
        int line = 1;
        int start = FENCE.length() + 1;
        for (int at = start; at < text.length(); at = endOf(text, at)) {
            line++;
            if (isFence(text, at)) {
                return Optional.of(
                        new FrontMatter(text.substring(start, at), text.substring(endOf(text, at)), line + 1));
            }
        }
        return Optional.empty();
    }

    /** The index of the beginning of the next line. */
    private static int endOf(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static boolean isFence(String text, int at) {
        return text.startsWith(FENCE, at)
                && text.substring(at + FENCE.length(), endOf(text, at)).isBlank();
    }
}
