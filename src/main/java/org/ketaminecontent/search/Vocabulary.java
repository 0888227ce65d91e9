package org.ketaminecontent.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.search.spell.WordBreakSpellChecker;

/** All words of the content and of the synonyms, for the correction of misspelled words. */
final class Vocabulary {

    /** Shorter words are too similar to others to be corrected. */
    private static final int SHORTEST = 4;

    /** Words of this length or more may have two errors; shorter ones would be too similar to others. */
    private static final int LONG = 8;

    /**
     * In words of this length or less, a replaced letter usually gives another word, unless both are vowels; only
     * additional, missing and swapped letters are corrected.
     */
    private static final int SHORT = 5;

    private static final String VOWELS = "aeiouy";

    private static final int CANDIDATES = 8;

    private static final Comparator<SuggestWord> NEAREST = Comparator.<SuggestWord>comparingInt(
                    each -> -Math.round(each.score * 100))
            .thenComparing(each -> -each.freq)
            .thenComparing(each -> each.string);

    private final IndexReader reader;
    private final WordBreakSpellChecker breaks = new WordBreakSpellChecker();

    Vocabulary(IndexReader reader) {
        this.reader = reader;
        breaks.setMinBreakWordLength(3);
        breaks.setMaxChanges(1);
    }

    /** Tells whether the word is in any text as written. */
    boolean has(String word) throws IOException {
        return reader.docFreq(new Term(IndexFields.WORD, word)) > 0;
    }

    /** The number of documents with a word of this stem. */
    int documentsWithStem(String stem) throws IOException {
        return reader.docFreq(new Term(IndexFields.STEM, stem));
    }

    /** The word that was split by a space. */
    Optional<String> joined(String one, String other) throws IOException {
        return has(one + other) ? Optional.of(one + other) : Optional.empty();
    }

    /** The words that were run together. */
    Optional<List<String>> parted(String word) throws IOException {
        var found = breaks.suggestWordBreaks(
                new Term(IndexFields.WORD, word),
                1,
                reader,
                SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX,
                WordBreakSpellChecker.BreakSuggestionSortMethod.NUM_CHANGES_THEN_MAX_FREQUENCY);
        return Arrays.stream(found)
                .findFirst()
                .map(parts -> Arrays.stream(parts).map(part -> part.string).toList());
    }

    /** The correction of a misspelled word: by additional, missing, replaced or swapped letters. */
    Optional<String> corrected(String word) throws IOException {
        return corrected(IndexFields.WORD, word);
    }

    /** The same with the words of one field; the word itself if the field contains it. */
    Optional<String> corrected(String field, String word) throws IOException {
        if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        var nearest = corrected(field, word, 1);
        // A second error is looked for only where it is needed, since that takes longer.
        return nearest.isPresent() || word.length() < LONG ? nearest : corrected(field, word, 2);
    }

    private Optional<String> corrected(String field, String word, int errors) throws IOException {
        var checker = new DirectSpellChecker();
        checker.setMaxEdits(errors);
        // Readers rarely misspell the first letter, and a word with another one is another word.
        checker.setMinPrefix(1);
        checker.setMinQueryLength(SHORTEST);
        checker.setAccuracy(0.6f);
        var found = checker.suggestSimilar(
                new Term(field, word), CANDIDATES, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return Arrays.stream(found)
                .filter(each -> word.length() > SHORT || !isAnother(word, each.string))
                .min(NEAREST)
                .map(each -> each.string);
    }

    private static boolean isAnother(String word, String near) {
        if (word.length() != near.length() || Arrays.equals(sorted(word), sorted(near))) {
            return false;
        }
        int at = Arrays.mismatch(word.toCharArray(), near.toCharArray());
        return VOWELS.indexOf(word.charAt(at)) < 0 || VOWELS.indexOf(near.charAt(at)) < 0;
    }

    private static int[] sorted(String word) {
        return word.chars().sorted().toArray();
    }
}
