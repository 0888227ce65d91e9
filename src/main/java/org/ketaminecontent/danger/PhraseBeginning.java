package org.ketaminecontent.danger;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words with which a {@link PhrasePattern} can begin. A text without any of them cannot match.
 *
 * @param words the words as written in the pattern; {@code *} alone stands for any word
 * @param canBeEmpty whether the part can be absent, so that the next part can come first
 */
record PhraseBeginning(Set<String> words, boolean canBeEmpty) {

    private static final PhraseBeginning EMPTY = new PhraseBeginning(Set.of(), true);
    private static final PhraseBeginning ANY = new PhraseBeginning(Set.of("*"), true);

    /** @param tokens the tokens of a well-formed pattern */
    static PhraseBeginning of(List<String> tokens, Map<String, List<String>> lists) {
        return new Reading(tokens, lists).alternatives();
    }

    private PhraseBeginning or(PhraseBeginning other) {
        return new PhraseBeginning(union(other), canBeEmpty || other.canBeEmpty);
    }

    private PhraseBeginning then(PhraseBeginning next) {
        return canBeEmpty ? new PhraseBeginning(union(next), next.canBeEmpty) : this;
    }

    private PhraseBeginning optional() {
        return new PhraseBeginning(words, true);
    }

    private Set<String> union(PhraseBeginning other) {
        var union = new HashSet<>(words);
        union.addAll(other.words);
        return union;
    }

    private static final class Reading {

        private final List<String> tokens;
        private final Map<String, List<String>> lists;
        private int at;

        Reading(List<String> tokens, Map<String, List<String>> lists) {
            this.tokens = tokens;
            this.lists = lists;
        }

        private boolean is(String token) {
            return at < tokens.size() && tokens.get(at).equals(token);
        }

        private boolean takes(String token) {
            boolean taken = is(token);
            at += taken ? 1 : 0;
            return taken;
        }

        PhraseBeginning alternatives() {
            var all = sequence();
            while (takes("|")) {
                all = all.or(sequence());
            }
            return all;
        }

        private PhraseBeginning sequence() {
            var beginning = EMPTY;
            while (at < tokens.size() && !is("|") && !is(")")) {
                var part = part();
                beginning = beginning.then(takes("?") ? part.optional() : part);
            }
            return beginning;
        }

        private PhraseBeginning part() {
            var token = tokens.get(at++);
            return switch (token) {
                case "^", "$" -> EMPTY;
                case ".." -> ANY;
                case "(" -> group();
                default -> new PhraseBeginning(token.startsWith("<") ? ofList(token) : Set.of(token), false);
            };
        }

        private PhraseBeginning group() {
            var inside = alternatives();
            takes(")");
            return inside;
        }

        private Set<String> ofList(String token) {
            var first = new HashSet<String>();
            lists.getOrDefault(token.substring(1, token.length() - 1), List.of())
                    .forEach(member -> first.add(member.split(" ")[0]));
            return first;
        }
    }
}
