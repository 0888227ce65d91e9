package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses a reader's query. */
final class QueryReader {

    /** With more misspelled words, nothing is corrected. */
    private static final int MOST_CORRECTED = 5;

    /** The number of words without meaning that have none together either. */
    private static final int IDLE = 2;

    private final LiveSearcher searcher;
    private final SearchLanguage language;

    // The same word is looked up several times.
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, Optional<String>> corrections = new HashMap<>();

    QueryReader(LiveSearcher searcher, SearchLanguage language) {
        this.searcher = searcher;
        this.language = language;
    }

    /** Words, with those that were changed. */
    private record Spelt(List<String> words, Set<String> changed) {}

    /** Parses a query and corrects misspelled words. */
    ParsedQuestion read(String asked) throws IOException {
        var written = QueryWords.of(asked);
        return read(asked, written, spelt(parted(joined(written))));
    }

    /** Parses a query literally, without corrections: readers in danger are not asked what they meant. */
    ParsedQuestion readAsWritten(String asked) throws IOException {
        var written = QueryWords.of(asked);
        return read(asked, written, new Spelt(written, Set.of()));
    }

    private ParsedQuestion read(String asked, List<String> written, Spelt spelt) throws IOException {
        var concepts = searcher.thesaurus().concepts(spelt.words(), spelt.changed());
        var telling = new ArrayList<Concept>();
        var minor = new ArrayList<Concept>();
        for (var concept : concepts) {
            (tells(concept) ? telling : minor).add(concept);
        }
        return new ParsedQuestion(
                String.join(" ", spelt.words()),
                written,
                !spelt.words().equals(written),
                telling.isEmpty() ? concepts : telling,
                telling.isEmpty() ? List.of() : minor,
                CodeParser.in(asked));
    }

    private boolean tells(Concept concept) throws IOException {
        var typed = concept.typed();
        if (searcher.thesaurus().ignores(typed)) {
            return false;
        }
        if (isIdle(QueryWords.of(typed))) {
            return false;
        }
        return !concept.groups().isEmpty() || !(typed.length() == 1 || isForeign(concept));
    }

    /** Tells whether the words, such as "what is", have no meaning; words such as "should" and "who" have. */
    private boolean isIdle(List<String> words) {
        return words.size() <= IDLE && !words.contains("not") && words.stream().allMatch(language::isStopWord);
    }

    private boolean isForeign(Concept concept) throws IOException {
        return language.isForeignStopWord(concept.typed())
                && searcher.vocabulary().documentsWithStem(concept.stems().get(0)) == 0;
    }

    private boolean isKnown(String word) throws IOException {
        var found = known.get(word);
        if (found == null) {
            found = standsSomewhere(word);
            known.put(word, found);
        }
        return found;
    }

    private Optional<String> corrected(String word) throws IOException {
        var found = corrections.get(word);
        if (found == null) {
            found = searcher.vocabulary().corrected(word);
            corrections.put(word, found);
        }
        return found;
    }

    private boolean standsSomewhere(String word) throws IOException {
        if (language.isStopWord(word)
                || searcher.thesaurus().ignores(word)
                || searcher.thesaurus().knows(word)) {
            return true;
        }
        for (var stem : language.stems(word)) {
            if (searcher.vocabulary().documentsWithStem(stem) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Joins words that were written apart, such as {@code keta mine}. */
    private List<String> joined(List<String> words) throws IOException {
        var joined = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            if (i + 1 < words.size() && belong(words.get(i), words.get(i + 1))) {
                joined.add(words.get(i) + words.get(++i));
            } else {
                joined.add(words.get(i));
            }
        }
        return joined;
    }

    private boolean belong(String one, String other) throws IOException {
        return !(isKnown(one) && isKnown(other))
                && searcher.vocabulary().joined(one, other).isPresent();
    }

    /** Splits words that were run together, such as {@code sideeffects}; a misspelling is more likely. */
    private List<String> parted(List<String> words) throws IOException {
        var parted = new ArrayList<String>();
        for (var word : words) {
            if (isKnown(word) || corrected(word).isPresent()) {
                parted.add(word);
            } else {
                parted.addAll(searcher.vocabulary().parted(word).orElse(List.of(word)));
            }
        }
        return parted;
    }

    private Spelt spelt(List<String> words) throws IOException {
        var meant = new ArrayList<String>();
        var changed = new HashSet<String>();
        for (var word : words) {
            var right = changed.size() < MOST_CORRECTED && !isKnown(word) ? corrected(word) : Optional.<String>empty();
            right.ifPresent(changed::add);
            meant.add(right.orElse(word));
        }
        return new Spelt(meant, changed);
    }
}
