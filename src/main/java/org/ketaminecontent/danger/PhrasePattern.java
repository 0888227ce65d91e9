package org.ketaminecontent.danger;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern of words as the language files write it: {@code (a
 * b c)} matches one of several, {@code ?} makes the word or group before it optional, {@code <name>} matches one of a
 * named list, {@code ..} matches up to four words, {@code word*} matches every word with that beginning; {@code ^} and
 * {@code $} are the two ends of the text.
 */
final class PhrasePattern {

    private static final Pattern TOKEN = Pattern.compile("\\^|\\$|\\.\\.|<(\\w+)>|[()|?]|[\\p{L}\\p{N}#]+\\*?");

    /** A token in place of removed words. */
    static final String REMOVED = "-";

    private final Pattern pattern;
    private final PhraseBeginning beginning;

    private PhrasePattern(Pattern pattern, PhraseBeginning beginning) {
        this.pattern = pattern;
        this.beginning = beginning;
    }

    /**
     * Parses a pattern.
     *
     * @throws IllegalArgumentException if the pattern cannot be read, or names an unknown list
     */
    static PhrasePattern of(String written, Map<String, List<String>> lists) {
        var regex = new StringBuilder();
        var token = TOKEN.matcher(written);
        int read = 0;
        while (token.find()) {
            if (!written.substring(read, token.start()).isBlank()) {
                throw new IllegalArgumentException("'" + written + "' cannot be read at '"
                        + written.substring(read, token.start()).strip() + "'");
            }
            regex.append(regexOf(token.group(), token.group(1), lists, written));
            read = token.end();
        }
        if (!written.substring(read).isBlank()) {
            throw new IllegalArgumentException("'" + written + "' cannot be read at '"
                    + written.substring(read).strip() + "'");
        }
        var tokens = TOKEN.matcher(written).results().map(MatchResult::group).toList();
        return new PhrasePattern(Pattern.compile("(?<= )" + regex), PhraseBeginning.of(tokens, lists));
    }

    private static String regexOf(String token, String list, Map<String, List<String>> lists, String written) {
        return switch (token) {
            case "^" -> "(?<=^ )";
            case "$" -> "$";
            case ".." -> "(?:[^ ]+ ){0,4}";
            case "(" -> "(?:";
            case ")", "|", "?" -> token;
            default -> list == null ? word(token) : oneOf(list, lists, written);
        };
    }

    private static String word(String token) {
        return token.endsWith("*") ? "(?:" + token.substring(0, token.length() - 1) + "[^ ]* )" : "(?:" + token + " )";
    }

    private static String oneOf(String list, Map<String, List<String>> lists, String written) {
        var members = lists.get(list);
        if (members == null) {
            throw new IllegalArgumentException("'" + written + "' names the list '" + list + "', which is not there");
        }
        return members.stream()
                .map(member ->
                        Stream.of(member.split(" ")).map(PhrasePattern::word).collect(Collectors.joining()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** The words with which it can begin. */
    PhraseBeginning beginning() {
        return beginning;
    }

    /**
     * Tells whether the pattern matches anywhere.
     *
     * @param words the words, each followed by a space, and a space before the first
     */
    boolean isIn(String words) {
        return pattern.matcher(words).find();
    }

    /** Replaces the match of the pattern with a hyphen. */
    String removedFrom(String words) {
        return pattern.matcher(words).replaceAll(REMOVED + " ");
    }
}
