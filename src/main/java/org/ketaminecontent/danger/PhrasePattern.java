package org.ketaminecontent.danger;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern of words as the language files write it: {@code (a | b c)} is one of several, {@code ?} makes the word or
 * group before it optional, {@code <name>} is one of a named list, {@code ..} stands for up to four words,
 * {@code word*} for every word that begins so; {@code ^} and {@code $} are the two ends of the text.
 */
final class PhrasePattern {

    private static final Pattern TOKEN = Pattern.compile("\\^|\\$|\\.\\.|<(\\w+)>|[()|?]|[\\p{L}\\p{N}#]+\\*?");

    private final Pattern pattern;

    private PhrasePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException if the pattern cannot be read, or names a list that is not there */
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
        return new PhrasePattern(Pattern.compile("(?<= )" + regex));
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

    /** @param words each with a blank after it, and one before the first */
    boolean isIn(String words) {
        return pattern.matcher(words).find();
    }

    /** The same words with a hyphen in place of what the pattern found. */
    String removedFrom(String words) {
        return pattern.matcher(words).replaceAll("- ");
    }
}
