package org.ketaminecontent.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ClickIdentifiers;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.http.ParameterLists;

/**
 * The address of a list, which identifies the list and its pages.
 *
 * @param collection the collection's address
 * @param parameters the validated query parameters
 */
public record ListAddress(String collection, Map<String, List<String>> parameters) {

    /** Parameters that change the form of a page, not the members of the list. */
    private static final Set<String> LOOKS = Set.of(
            "cursor", "limit", "fields", "view", "include", "bodyFormat", "count", "locale", "fallback", "atLeast");

    /** A text that is equal for all pages of the list, and for no other list. */
    public String fingerprint() {
        var canonical = new TreeMap<>(known());
        canonical.keySet().removeAll(LOOKS);
        canonical.replaceAll(ParameterLists::canonical);
        return Cursor.fingerprint(collection.substring(collection.lastIndexOf('/')) + canonical);
    }

    /** @param next the cursor of the next page, or null on the last */
    public AnswerLinks links(@Nullable String next) {
        var cursor = parameters.get("cursor");
        return new AnswerLinks(page(cursor == null ? null : cursor.get(0)), next == null ? null : page(next));
    }

    private String page(@Nullable String cursor) {
        var query = new ArrayList<String>();
        known().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                query.add(encode(name) + "=" + encode(ParameterLists.joined(name, values)));
            }
        });
        if (cursor != null) {
            query.add("cursor=" + cursor);
        }
        return collection + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private Map<String, List<String>> known() {
        var known = new TreeMap<>(parameters);
        known.keySet().removeIf(ClickIdentifiers::include);
        return known;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
