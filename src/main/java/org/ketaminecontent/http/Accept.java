package org.ketaminecontent.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The media types that a client accepts, with their weights (RFC 9110, section 12.5.1). Invalid items and invalid
 * weights are ignored.
 */
public final class Accept {

    /** The request headers that choose the form of an answer, for its Vary header (RFC 9110, section 12.5.5). */
    public static final String VARY = "Accept, Accept-Encoding, Accept-Language";

    private static final String ANY = "*/*";
    private static final Accept ANYTHING = new Accept(List.of(new Range("*", "*", 1)));
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Browsers send few different values, and parsing one takes longer than looking it up. */
    private static final Cache<String, Accept> KNOWN =
            Caffeine.newBuilder().maximumSize(100).build();

    private static final int LONGEST_KNOWN = 200;

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** A media range with its weight from 0 to 1. */
    private record Range(String type, String subtype, double weight) {

        boolean matches(String itsType, String itsSubtype) {
            return type.equals("*") || type.equals(itsType) && (subtype.equals("*") || subtype.equals(itsSubtype));
        }

        int precision() {
            return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
        }

        String text() {
            return type + "/" + subtype + (weight < 1 ? ";q=" + weight : "");
        }
    }

    /** @param header null if the client sends none, which means that it accepts anything */
    public static Accept of(@Nullable String header) {
        if (header == null || header.equals(ANY) || header.isBlank()) {
            return ANYTHING;
        }
        return header.length() > LONGEST_KNOWN ? read(header) : KNOWN.get(header, Accept::read);
    }

    private static Accept read(String header) {
        return new Accept(Arrays.stream(header.split(","))
                .flatMap(item -> range(item).stream())
                .toList());
    }

    private static Optional<Range> range(String item) {
        var parts = item.split(";");
        var names = parts.length == 0
                ? new String[0]
                : parts[0].strip().toLowerCase(Locale.ROOT).split("/", -1);
        // Java's own client has always sent a single star.
        var subtype = names.length == 1 && names[0].equals("*") ? "*" : names.length == 2 ? names[1] : "";
        return names.length > 0
                        && TOKEN.matcher(names[0]).matches()
                        && TOKEN.matcher(subtype).matches()
                ? Optional.of(new Range(names[0], subtype, weight(parts)))
                : Optional.empty();
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2));
            }
        }
        return 1;
    }

    private static double number(String text) {
        try {
            double weight = Double.parseDouble(text);
            return weight >= 0 && weight <= 1 ? weight : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Tells whether the client accepts nothing at all. */
    public boolean isNothing() {
        return ranges.stream().allMatch(range -> range.weight() == 0);
    }

    /**
     * The media type that the client prefers; among equals, the first in the client's header, then the first offered.
     */
    public Optional<String> best(List<String> offered) {
        if (ranges == ANYTHING.ranges) {
            return offered.isEmpty() ? Optional.empty() : Optional.of(offered.get(0));
        }
        return offered.stream()
                .filter(each -> weight(each) > 0)
                .min(Comparator.<String>comparingDouble(each -> -weight(each))
                        .thenComparingInt(each -> ranges.indexOf(range(each, ranges))));
    }

    private double weight(String mediaType) {
        var range = range(mediaType, ranges);
        return range == null ? 0 : range.weight();
    }

    /** The most specific range applies. */
    private static @Nullable Range range(String mediaType, List<Range> ranges) {
        var names = mediaType.split("/");
        return ranges.stream()
                .filter(range -> range.matches(names[0], names[1]))
                .max(Comparator.comparingInt(Range::precision))
                .orElse(null);
    }

    /** The accepted media types as text for error messages. */
    public String text() {
        return ranges.stream()
                .filter(range -> range.weight() > 0)
                .map(Range::text)
                .collect(Collectors.joining(", "));
    }
}
