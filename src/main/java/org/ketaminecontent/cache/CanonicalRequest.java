package org.ketaminecontent.cache;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ketaminecontent.http.CharPredicate;
import org.ketaminecontent.http.ClickIdentifiers;
import org.ketaminecontent.http.ParameterLists;

/**
 * The key of an answer: the address with its parameters in a fixed order, the media type, and the base of links. The
 * content coding is not part of it, because answers are cached in all codings.
 */
record CanonicalRequest(String path, String query, String form, String base, boolean atHome) {

    /** Characters in addresses of documents and lists, which have only one spelling. */
    private static final CharPredicate PLAIN = CharPredicate.of("abcdefghijklmnopqrstuvwxyz0123456789/-.");

    /** Path prefixes with the collection in the second segment. */
    private static final Set<String> BELOW = Set.of("v1", "embed");

    /**
     * @param form the media type of the answer
     * @param variant the rest of what the answer depends on; empty for nothing
     * @param base the address at the beginning of links
     * @param home the default of {@code base}
     */
    static CanonicalRequest of(RoutingContext context, String form, String variant, String base, String home) {
        var query = context.request().query();
        return new CanonicalRequest(
                context.normalizedPath(),
                (query == null || query.isEmpty() ? "" : canonical(query)) + (variant.isEmpty() ? "" : "\0@" + variant),
                form,
                base,
                base.equals(home));
    }

    private static String canonical(String query) {
        var parameters = new TreeMap<>(new QueryStringDecoder(query, false).parameters());
        parameters.keySet().removeIf(ClickIdentifiers::include);
        // A character that is not allowed in addresses separates values.
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "\0="
                        + String.join("\0,", ParameterLists.canonical(parameter.getKey(), parameter.getValue())))
                .collect(Collectors.joining("\0&"));
    }

    /** Tells whether it names a document or a list without special parameters. */
    boolean isPlain() {
        return query.isEmpty() && atHome && PLAIN.holdsFor(path);
    }

    /** The same with the default address. */
    CanonicalRequest at(String home) {
        return new CanonicalRequest(path, query, form, home, true);
    }

    /** The collection of the request, if any: a missing document may appear when the collection changes. */
    String collection() {
        var segments = path.split("/");
        boolean isPage = segments.length > 1 && !BELOW.contains(segments[1]);
        return segments.length > 2 ? segments[isPage ? 1 : 2] : "";
    }

    /** The approximate size in memory, in bytes. */
    int weight() {
        return 2 * (path.length() + query.length());
    }
}
