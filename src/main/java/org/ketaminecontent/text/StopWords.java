package org.ketaminecontent.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Words without meaning by themselves, from the Snowball lists. */
public enum StopWords {
    ENGLISH("english_stop.txt"),
    SPANISH("spanish_stop.txt");

    private final CharArraySet words;

    StopWords(String file) {
        words = CharArraySet.unmodifiableSet(read(file));
    }

    /**
     * The words of a language.
     *
     * @param tag a BCP 47 tag; any other language has the English words
     */
    public static StopWords of(String tag) {
        return tag.startsWith("es") ? SPANISH : ENGLISH;
    }

    /** Tells whether the word, in lower case, is one of these. */
    public boolean contains(String word) {
        return words.contains(word);
    }

    /** All words, in lower case. */
    public Set<String> words() {
        return words.stream().map(word -> new String((char[]) word)).collect(Collectors.toUnmodifiableSet());
    }

    private static CharArraySet read(String file) {
        try (var stream = Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(file));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var words = CharArraySet.copy(WordlistLoader.getSnowballWordSet(reader));
            // Words such as "don't" without the apostrophe.
            words.addAll(
                    Set.of("im", "ive", "dont", "cant", "wont", "isnt", "doesnt", "didnt", "whats", "theres", "id"));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
