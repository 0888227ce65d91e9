package org.ketaminecontent.cache;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** The approximate cost of a request that is not cached, in shares of the server's capacity. */
final class RequestCost {

    private static final int USUAL = 1;
    private static final int LARGE = 5;

    /** Requests with more documents or codes than this are large. */
    private static final int MANY = 5;

    /** Requests that need no database, and those of editors, who are identified. */
    private static final List<String> NONE = List.of(
            "/q/", "/openapi", "/docs", "/assets/", "/editorial", "/studio", "/v1/problems", ApiAddresses.FILES);

    /** Requests to the search index. */
    private static final List<String> FOUND =
            List.of("/v1/search", "/v1/suggest", "/v1/lookup", "/infobutton", "/search");

    private RequestCost() {}

    /** Tells whether it needs the database. */
    static boolean needsDatabase(HttpServerRequest request) {
        var path = request.path();
        return path == null || FOUND.stream().noneMatch(path::startsWith);
    }

    static boolean isNone(HttpServerRequest request) {
        var path = request.path();
        return path == null || NONE.stream().anyMatch(path::startsWith);
    }

    static int of(HttpServerRequest request) {
        var query = request.query();
        boolean isLarge =
                query != null && (query.contains("include=") || hasLargeLimit(query) || count(query, "code=") > MANY);
        return isLarge ? LARGE : USUAL;
    }

    /** Tells whether the limit has two digits beginning with a large one, or more digits. */
    private static boolean hasLargeLimit(String query) {
        int at = query.indexOf("limit=");
        int digits = 0;
        int begin = at + "limit=".length();
        while (at >= 0 && begin + digits < query.length() && Character.isDigit(query.charAt(begin + digits))) {
            digits++;
        }
        return digits > 2 || (digits == 2 && query.charAt(begin) > '2');
    }

    private static int count(String query, String part) {
        int count = 0;
        for (int at = query.indexOf(part); at >= 0; at = query.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
