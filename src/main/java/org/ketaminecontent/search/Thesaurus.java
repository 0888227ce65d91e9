package org.ketaminecontent.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.live.Synonyms;

/**
 * The synonyms. It splits a question into concepts: Lucene's synonym filter finds the longest known phrases, and
 * replaces them by the number of their group.
 */
final class Thesaurus {

    /** The prefix of a group's number; no word begins with it. */
    private static final char MARK = '#';

    /** Words within phrases that readers add or leave out. */
    private static final Set<String> LINKING = Set.of(
            "a", "an", "the", "my", "your", "you", "me", "i", "it", "its", "we", "us", "their", "his", "her", "our");

    private final SearchLanguage language;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Group> byMark = new HashMap<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<String> ignored = new HashSet<>();
    private final @Nullable SynonymMap phrases;

    Thesaurus(SearchLanguage language, List<Synonyms> synonyms) {
        this.language = language;
        try {
            var builder = new SynonymMap.Builder();
            for (var each : synonyms) {
                ignored.addAll(each.ignored());
                add(each, builder);
            }
            // Lucene has no empty synonym map.
            phrases = groups.isEmpty() ? null : builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A group of synonyms.
     *
     * @param number its index among all groups
     * @param same the names, each as its stems
     * @param near related words
     */
    record Group(int number, List<List<String>> same, List<List<String>> near) {}

    private void add(Synonyms synonyms, SynonymMap.Builder builder) {
        var same = synonyms.words().stream()
                .map(this::phrase)
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .toList();
        if (same.isEmpty()) {
            return;
        }
        var near = synonyms.alsoFound().stream()
                .map(this::phrase)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
        var group = new Group(groups.size(), same, near);
        var mark = MARK + String.valueOf(groups.size());
        groups.add(group);
        byMark.put(mark, group);
        for (var phrase : same) {
            stems.addAll(phrase);
            builder.add(
                    SynonymMap.Builder.join(phrase.toArray(String[]::new), new CharsRefBuilder()),
                    new CharsRef(mark),
                    false);
        }
    }

    private List<String> phrase(String words) {
        return language.stems(String.join(" ", withoutLinks(QueryWords.of(words))));
    }

    static List<String> withoutLinks(List<String> words) {
        return words.stream().filter(word -> !LINKING.contains(word)).toList();
    }

    /** The number of groups. */
    int size() {
        return groups.size();
    }

    /** The stems of a text in the language of the names. */
    List<String> stems(String text) {
        return language.stems(text);
    }

    /** Tells whether this word is part of any phrase. */
    boolean knows(String word) {
        return stems.containsAll(language.stems(word));
    }

    /** Tells whether the word has no meaning beside other words. */
    boolean ignores(String word) {
        return ignored.contains(word);
    }

    /**
     * The concepts of these words, in order.
     *
     * @param corrected the words among them that were misspelled
     */
    List<Concept> concepts(List<String> words, Set<String> corrected) {
        var text = String.join(" ", withoutLinks(words));
        var found = new ArrayList<Concept>();
        for (var phrase : phrases(text)) {
            add(phrase, corrected, found);
        }
        return found;
    }

    /** A phrase in a question; {@code another} if it is a further meaning of the phrase before. */
    private record Phrase(String typed, @Nullable Group group, boolean another) {}

    private List<Phrase> phrases(String text) {
        var found = new ArrayList<Phrase>();
        try (var read = language.stems().tokenStream("", text);
                var stream = phrases == null ? read : new SynonymGraphFilter(read, phrases, false)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(new Phrase(
                        text.substring(place.startOffset(), place.endOffset()),
                        byMark.get(term.toString()),
                        step.getPositionIncrement() == 0));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void add(Phrase phrase, Set<String> corrected, List<Concept> found) {
        var meant = new ArrayList<Group>();
        if (phrase.another() && !found.isEmpty()) {
            meant.addAll(found.remove(found.size() - 1).groups());
        }
        if (phrase.group() != null) {
            meant.add(phrase.group());
        }
        boolean misspelt = QueryWords.of(phrase.typed()).stream().anyMatch(corrected::contains);
        found.add(new Concept(phrase.typed(), language.stems(phrase.typed()), meant, misspelt));
    }
}
