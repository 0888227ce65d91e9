package org.ketaminecontent.http;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Combines header lines of the same name. They are one field with a list as its value (RFC 9110, section 5.3), but
 * readers of a field would only see the first line.
 */
final class HeaderLines {

    /** The limit in bytes. */
    static final int MOST = 16 * 1024;

    /** A colon, a space and the end of the line. */
    private static final int OVERHEAD = 4;

    /** The fields read here or by the framework, by the length of their names. */
    private static final Map<Integer, List<AsciiString>> READ = Stream.of(
                    "accept",
                    "accept-encoding",
                    "accept-language",
                    "authorization",
                    "content-encoding",
                    "content-type",
                    "idempotency-key",
                    "if-match",
                    "if-modified-since",
                    "if-none-match",
                    "origin",
                    "traceparent")
            .map(AsciiString::cached)
            .collect(Collectors.groupingBy(AsciiString::length, Collectors.toUnmodifiableList()));

    private static final List<AsciiString>[] BY_LENGTH = byLength(length -> READ.getOrDefault(length, List.of()));

    private HeaderLines() {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<AsciiString>[] byLength(Function<Integer, List<AsciiString>> names) {
        return Stream.iterate(0, length -> length + 1).limit(32).map(names).toArray(List[]::new);
    }

    /**
     * Combines lines of the same name.
     *
     * @return the approximate size of all lines in bytes
     */
    static int combine(MultiMap headers) {
        int bytes = 0;
        AsciiString repeated = null;
        long seen = 0;
        for (var line : headers) {
            var name = line.getKey();
            bytes += name.length() + line.getValue().length() + OVERHEAD;
            var known = known(name);
            if (known != null) {
                long bit = 1L << (known.hashCode() & 63);
                repeated = (seen & bit) != 0 ? known : repeated;
                seen |= bit;
            }
        }
        if (repeated != null && bytes <= MOST) {
            READ.values().stream().flatMap(List::stream).forEach(name -> combine(name, headers));
        }
        return bytes;
    }

    private static @Nullable AsciiString known(String name) {
        if (name.length() < BY_LENGTH.length) {
            var names = BY_LENGTH[name.length()];
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).contentEqualsIgnoreCase(name)) {
                    return names.get(i);
                }
            }
        }
        return null;
    }

    private static void combine(AsciiString name, MultiMap headers) {
        var lines = headers.getAll(name);
        if (lines.size() > 1) {
            headers.set(name, String.join(", ", lines));
        }
    }
}
