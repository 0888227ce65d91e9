package org.ketaminecontent.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.ketaminecontent.text.StopWords;

/** The analysis of a language: lower case, without accents, with stems if endings do not matter. */
final class SearchLanguage {

    /** A BCP 47 tag. */
    private final String tag;

    private final Analyzer stems = analyzer(true);
    private final Analyzer words = analyzer(false);

    SearchLanguage(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    /** An analyzer for stems. */
    Analyzer stems() {
        return stems;
    }

    /** An analyzer for words as written. */
    Analyzer words() {
        return words;
    }

    /** The stems of a text, in their order. */
    List<String> stems(String text) {
        return tokens(stems, text);
    }

    /** The words of a text, in their order. */
    List<String> words(String text) {
        return tokens(words, text);
    }

    /** Tells whether a word has no meaning by itself. */
    boolean isStopWord(String word) {
        return StopWords.of(tag).contains(word);
    }

    /** Tells whether a word has no meaning in the other language, in which readers may also ask. */
    boolean isForeignStopWord(String word) {
        return (isSpanish() ? StopWords.ENGLISH : StopWords.SPANISH).contains(word);
    }

    private boolean isSpanish() {
        return tag.startsWith("es");
    }

    private Analyzer analyzer(boolean byStem) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var source = new StandardTokenizer();
                TokenStream spelt = new AmericanSpellingFilter(
                        new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(source))));
                return new TokenStreamComponents(source, byStem ? stemmed(spelt) : spelt);
            }

            @Override
            public int getPositionIncrementGap(String field) {
                // Phrases must not span two names.
                return 100;
            }
        };
    }

    private TokenStream stemmed(TokenStream words) {
        return isSpanish() ? new SpanishLightStemFilter(words) : new PorterStemFilter(words);
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var found = new ArrayList<String>();
            stream.reset();
            while (stream.incrementToken()) {
                found.add(term.toString());
            }
            stream.end();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
