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
 * What makes two requests ask for the same answer: the address, with its parameters in one order, and what links are to
 * begin with. The content coding is none of it: every answer is kept in all of them.
 */
record CanonicalRequest(String path, String query, String form, String base, boolean atHome) {

    /** What addresses of documents and lists are made of: one address each, however it could be written otherwise. */
    private static final CharPredicate PLAIN = CharPredicate.of("abcdefghijklmnopqrstuvwxyz0123456789/-.");

    /** Where collections stand one step down. */
    private static final Set<String> BELOW = Set.of("v1", "embed");

    /**
     * @param form the media type of the answer
     * @param base what links in the answer are to begin with
     * @param home what they begin with where nothing else is asked
     */
    static CanonicalRequest of(RoutingContext context, String form, String base, String home) {
        var query = context.request().query();
        return new CanonicalRequest(
                context.normalizedPath(),
                query == null || query.isEmpty() ? "" : canonical(query),
                form,
                base,
                base.equals(home));
    }

    private static String canonical(String query) {
        var parameters = new TreeMap<>(new QueryStringDecoder(query, false).parameters());
        parameters.keySet().removeIf(ClickIdentifiers::include);
        // What cannot stand in an address keeps values apart.
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "\0="
                        + String.join("\0,", ParameterLists.canonical(parameter.getKey(), parameter.getValue())))
                .collect(Collectors.joining("\0&"));
    }

    /** Whether it names a document or a list and asks for nothing special. */
    boolean isPlain() {
        return query.isEmpty() && atHome && PLAIN.holdsFor(path);
    }

    /** The same at home. */
    CanonicalRequest at(String home) {
        return new CanonicalRequest(path, query, form, home, true);
    }

    /** The collection that it asks for something of, if any: what is not there may come when the collection changes. */
    String collection() {
        var segments = path.split("/");
        boolean isPage = segments.length > 1 && !BELOW.contains(segments[1]);
        return segments.length > 2 ? segments[isPage ? 1 : 2] : "";
    }

    /** Bytes in memory, about. */
    int weight() {
        return 2 * (path.length() + query.length());
    }
}
