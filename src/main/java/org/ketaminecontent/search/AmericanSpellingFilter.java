package org.ketaminecontent.search;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Replaces British by American spelling. Indexed texts and queries both pass through it, so a word changed without need
 * ("exercise") still matches itself: the rules need no exceptions, but must not merge two words.
 */
final class AmericanSpellingFilter extends TokenFilter {

    private static final int SHORTEST = 5;

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("isation", "ization"),
            Map.entry("isations", "izations"),
            Map.entry("ise", "ize"),
            Map.entry("ised", "ized"),
            Map.entry("iser", "izer"),
            Map.entry("isers", "izers"),
            Map.entry("ises", "izes"),
            Map.entry("ising", "izing"),
            Map.entry("yse", "yze"),
            Map.entry("ysed", "yzed"),
            Map.entry("ysing", "yzing"),
            Map.entry("our", "or"),
            Map.entry("ours", "ors"),
            Map.entry("oured", "ored"),
            Map.entry("ourite", "orite"),
            Map.entry("oural", "oral"),
            Map.entry("tre", "ter"),
            Map.entry("tres", "ters"),
            Map.entry("bre", "ber"),
            Map.entry("ogue", "og"),
            Map.entry("lled", "led"),
            Map.entry("lling", "ling"),
            Map.entry("ller", "ler"),
            Map.entry("llor", "lor"),
            Map.entry("amme", "am"),
            Map.entry("icence", "icense"),
            Map.entry("efence", "efense"));

    private static final int LONGEST_ENDING = 8;

    private static final Map<String, String> DIGRAPHS = Map.of(
            "aesth", "esth", "aem", "em", "oea", "ea", "oed", "ed", "paed", "ped", "foet", "fet", "oestr", "estr");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    AmericanSpellingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws java.io.IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() >= SHORTEST) {
            var word = term.toString();
            var american = american(word);
            if (!american.equals(word)) {
                term.setEmpty().append(american);
            }
        }
        return true;
    }

    static String american(String word) {
        var spelt = word;
        if (word.contains("ae") || word.contains("oe")) {
            for (var digraph : DIGRAPHS.entrySet()) {
                spelt = spelt.replace(digraph.getKey(), digraph.getValue());
            }
        }
        for (int length = Math.min(LONGEST_ENDING, spelt.length() - 2); length >= 3; length--) {
            int at = spelt.length() - length;
            var ending = ENDINGS.get(spelt.substring(at));
            if (ending != null) {
                return spelt.substring(0, at) + ending;
            }
        }
        return spelt;
    }
}
