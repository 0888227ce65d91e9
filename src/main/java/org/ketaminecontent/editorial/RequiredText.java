package org.ketaminecontent.editorial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.JsonBodyReader;

/** Texts that a step needs, such as the reason of a withdrawal. */
final class RequiredText {

    /** In code points. */
    private static final int LONGEST = 1000;

    private RequiredText() {}

    /**
     * A text of 1 to 1000 characters.
     *
     * @throws org.ketaminecontent.http.Failure with the pointer (RFC 6901) where it is missing, blank or too long
     */
    static String of(String pointer, @Nullable String text) {
        return of(pointer, text, LONGEST);
    }

    /**
     * A text with a limit of its own.
     *
     * @param longest in code points
     * @throws org.ketaminecontent.http.Failure with the pointer (RFC 6901) where it is missing, blank or too long
     */
    static String of(String pointer, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || CodePoints.count(text) > longest) {
            throw JsonBodyReader.invalid(
                    List.of(JsonBodyReader.detail(pointer, "must be a text of 1 to " + longest + " characters")));
        }
        return text;
    }
}
