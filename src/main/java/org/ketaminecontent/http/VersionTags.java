package org.ketaminecontent.http;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of what editors change (RFC 9110, section 8.8.3). A proxy that codes an answer changes its
 * tag: nginx makes it a weak one, Apache and others add the coding. What comes back so is still ours, and names one version.
 */
public final class VersionTags {

    private static final Pattern SYNTAX =
            Pattern.compile("(?:W/)?\"v(\\d{1,18})(?:[-;]{1,2}(?:gzip|br|zstd|deflate))?\"");

    /** An entity tag of anybody's. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*+\"");

    private static final Pattern LIST = Pattern.compile("(?:[\\s,]*+" + TAG.pattern() + ")++[\\s,]*+");

    /** No version has it, so that whatever is asked for is stale. */
    private static final long NONE = -1;

    private VersionTags() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /**
     * The tag that a request is meant for.
     *
     * @return {@code -1} where it names versions of something else alone
     * @throws Failure where it names none, or several
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Failure(ErrorCode.VERSION_NEEDED, "Send the document's ETag in If-Match.");
        }
        var tags = TAG.matcher(ifMatch).results().map(MatchResult::group).toList();
        var ours = tags.stream()
                .map(VersionTags::parse)
                .flatMapToLong(OptionalLong::stream)
                .distinct()
                .toArray();
        if (!LIST.matcher(ifMatch).matches() || ours.length > 1) {
            throw unreadable();
        }
        return ours.length == 1 ? ours[0] : NONE;
    }

    private static Failure unreadable() {
        return new Failure(
                ErrorCode.VERSION_NEEDED,
                "If-Match must hold one ETag, as the document came with it.",
                List.of(new Problem.Detail(
                        null, "If-Match", null, ErrorCode.VERSION_NEEDED, "One tag such as \"v3\" is allowed.")),
                Map.of());
    }

    /** The version that a tag of ours names; empty where it is none. */
    public static OptionalLong parse(String tag) {
        var match = SYNTAX.matcher(tag.strip());
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
    }
}
