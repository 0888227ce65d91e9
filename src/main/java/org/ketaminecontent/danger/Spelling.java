package org.ketaminecontent.danger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Corrects misspellings of key words: an unknown word becomes the nearest key word ({@code sucidal}), or the words that
 * were run together ({@code wontwakeup}).
 */
final class Spelling {

    private static final int SHORTEST_KEY_WORD = 5;
    private static final int SHORTEST_WITH_TWO_SLIPS = 7;
    private static final int SHORTEST_RUN_TOGETHER = 6;
    private static final int LONGEST_RUN_TOGETHER = 40;
    /** On average, parts have more letters: words of other languages are not made of shreds. */
    private static final int FEWEST_LETTERS_OF_A_PART = 2;
    /** One-letter words that may be part of words run together. */
    private static final Set<String> LETTERS = Set.of("i", "a", "k", "y", "o", "e");

    private final Set<String> right;
    private final Set<String> known;
    private final List<String> keyWords;

    /**
     * @param right words that are never corrected
     * @param frequent common words, which may include misspellings
     * @param keyWords words whose misspellings are corrected
     */
    Spelling(Collection<String> right, Collection<String> frequent, Collection<String> keyWords) {
        this.right = new HashSet<>(right);
        this.right.addAll(keyWords);
        this.known = new HashSet<>(this.right);
        this.known.addAll(frequent);
        this.keyWords = List.copyOf(keyWords);
    }

    List<String> corrected(List<String> words) {
        var corrected = new ArrayList<String>();
        for (var word : words) {
            if (right.contains(word) || word.length() < SHORTEST_KEY_WORD) {
                corrected.add(word);
            } else {
                corrected.addAll(meant(word).orElseGet(() -> List.of(word)));
            }
        }
        return corrected;
    }

    private Optional<List<String>> meant(String word) {
        var nearest = nearest(word);
        if (nearest != null) {
            return Optional.of(List.of(nearest));
        }
        return known.contains(word) ? Optional.empty() : apart(word);
    }

    private @Nullable String nearest(String word) {
        for (int slips = 1; slips <= (word.length() < SHORTEST_WITH_TWO_SLIPS ? 1 : 2); slips++) {
            var distance = new LevenshteinDistance(slips);
            for (var keyWord : keyWords) {
                if (keyWord.charAt(0) == word.charAt(0) && distance.apply(word, keyWord) >= 0) {
                    return keyWord;
                }
            }
        }
        return null;
    }

    /** The fewest known words that together make up the word, if any. */
    private Optional<List<String>> apart(String word) {
        if (word.length() < SHORTEST_RUN_TOGETHER || word.length() > LONGEST_RUN_TOGETHER) {
            return Optional.empty();
        }
        var best = new ArrayList<@Nullable List<String>>();
        best.add(List.of());
        for (int end = 1; end <= word.length(); end++) {
            best.add(null);
            for (int start = 0; start < end; start++) {
                var before = best.get(start);
                var part = word.substring(start, end);
                var present = best.get(end);
                if (before != null && isPart(part) && (present == null || before.size() + 1 < present.size())) {
                    var longer = new ArrayList<>(before);
                    longer.add(part);
                    best.set(end, longer);
                }
            }
        }
        return Optional.ofNullable(best.get(word.length()))
                .filter(parts -> word.length() > FEWEST_LETTERS_OF_A_PART * parts.size());
    }

    private boolean isPart(String part) {
        return part.length() == 1 ? LETTERS.contains(part) : known.contains(part);
    }
}
