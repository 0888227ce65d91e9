package org.ketaminecontent.cache;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What it takes to answer a request that is not kept ready, about, in shares of what the server can do at once. */
final class RequestCost {

    private static final int USUAL = 1;
    private static final int LARGE = 5;

    /** More documents, or codes, than this are many. */
    private static final int MANY = 5;

    /** What is written already or asks nothing of the database, and what editors do, who are known. */
    private static final List<String> NONE = List.of(
            "/q/", "/openapi", "/docs", "/assets/", "/editorial", "/studio", "/v1/problems", ApiAddresses.FILES);

    /** What is found in the search index. */
    private static final List<String> FOUND =
            List.of("/v1/search", "/v1/suggest", "/v1/lookup", "/infobutton", "/search");

    private RequestCost() {}

    /** Whether it is answered while the database is away. */
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

    /** A limit of two digits, the first of which is a large one, or of more. */
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
