package org.ketaminecontent.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses whose answers are kept ready. */
public interface KeptAddresses {

    /** A media type that is not wanted at all (RFC 9110, section 12.4.2). */
    Pattern REFUSES = Pattern.compile(";\\s*q=0(\\.0{0,3})?\\s*(,|$)");

    /** Where they are: paths, and with {@code /*} at the end one segment and all that is below it. */
    List<String> routes();

    /**
     * The media type that a client gets, so that different ones are kept apart; empty where the framework is to decide.
     *
     * @param accept what the client says that it takes
     */
    Optional<String> form(@Nullable String accept);

    /** Whether a client clearly takes this media type; whatever is less clear is left to the framework. */
    static boolean takes(@Nullable String accept, String mediaType) {
        if (accept == null || accept.equals("*/*") || accept.equals(mediaType)) {
            return true;
        }
        var family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
        return !REFUSES.matcher(accept).find()
                && (accept.contains(mediaType) || accept.contains(family) || accept.contains("*/*"));
    }
}
