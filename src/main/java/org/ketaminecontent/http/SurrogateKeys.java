package org.ketaminecontent.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The keys by which a CDN purges answers. A key stands for a document ({@code topics/history}), a list ({@code
 * topics}), or a roll-up of all documents of a collection ({@code topics/*}): the first eight hexadecimal digits of the
 * SHA-256 of that name. The keys fit into the few kilobytes of headers that proxies accept.
 */
public final class SurrogateKeys {

    /** The limit above which the documents of a collection are rolled up, beginning with the largest collection. */
    static final int MOST = 64;

    private static final int DIGITS = 8;

    private SurrogateKeys() {}

    /** The key of a document, list or roll-up. */
    public static String key(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The keys to purge after a change to the document or list with this name, so that no answer that shows it is left.
     */
    public static List<String> toPurge(String name) {
        return isDocument(name) ? List.of(key(name), key(rollUp(name))) : List.of(key(name));
    }

    /** The keys of an answer that shows these documents and lists, in alphabetical order. */
    public static List<String> of(Set<String> names) {
        return rolledUp(names).stream()
                .map(SurrogateKeys::key)
                .sorted()
                .distinct()
                .toList();
    }

    private static Set<String> rolledUp(Set<String> names) {
        var kept = new TreeSet<>(names);
        if (kept.size() <= MOST) {
            return kept;
        }
        var documents = names.stream()
                .filter(SurrogateKeys::isDocument)
                .collect(Collectors.groupingBy(SurrogateKeys::rollUp, Collectors.toSet()));
        var largestFirst = documents.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> each) ->
                                -each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        for (var each : largestFirst) {
            if (kept.size() > MOST) {
                kept.removeAll(each.getValue());
                kept.add(each.getKey());
            }
        }
        return kept;
    }

    private static boolean isDocument(String name) {
        return name.indexOf('/') > 0;
    }

    private static String rollUp(String document) {
        return document.substring(0, document.indexOf('/')) + "/*";
    }
}
