package org.ketaminecontent.editorial;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.Problem;

/** Entity tags of documents as their editors know them (RFC 9110, section 8.8.3). */
final class ETags {

    private static final Pattern SYNTAX = Pattern.compile("\"v(\\d{1,18})\"");

    private ETags() {}

    static String of(Work work) {
        return "\"v" + work.tag + "\"";
    }

    /**
     * The tag that a request is meant for.
     *
     * @throws Failure where it names none
     */
    static long required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Failure(ErrorCode.VERSION_NEEDED, "Send the document's ETag in If-Match.");
        }
        return parse(ifMatch)
                .orElseThrow(() -> new Failure(
                        ErrorCode.VERSION_NEEDED,
                        "If-Match must hold one ETag, as the document came with it.",
                        List.of(new Problem.Detail(
                                null,
                                "If-Match",
                                null,
                                ErrorCode.VERSION_NEEDED,
                                "One tag such as \"v3\" is allowed.")),
                        Map.of()));
    }

    static OptionalLong parse(String tag) {
        var match = SYNTAX.matcher(tag.strip());
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
    }
}
