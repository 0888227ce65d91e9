package org.ketaminecontent.danger;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A set of patterns, indexed by the words with which they can begin. */
final class PhrasePatterns {

    private final List<PhrasePattern> all;
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final Map<String, BitSet> byBeginning = new HashMap<>();
    private final BitSet always = new BitSet();

    PhrasePatterns(Stream<PhrasePattern> patterns) {
        all = patterns.toList();
        for (int i = 0; i < all.size(); i++) {
            add(i, all.get(i).beginning());
        }
    }

    private void add(int pattern, PhraseBeginning beginning) {
        if (beginning.canBeEmpty() || beginning.words().contains("*")) {
            always.set(pattern);
        }
        for (var word : beginning.words()) {
            var place = word.endsWith("*") ? byBeginning : byWord;
            place.computeIfAbsent(word.replace("*", ""), any -> new BitSet()).set(pattern);
        }
    }

    /** The patterns that can match a text of these words, in order. */
    Stream<PhrasePattern> possible(List<String> words) {
        var found = new BitSet();
        found.or(always);
        for (var word : words) {
            var here = byWord.get(word);
            if (here != null) {
                found.or(here);
            }
            byBeginning.forEach((beginning, patterns) -> {
                if (word.startsWith(beginning)) {
                    found.or(patterns);
                }
            });
        }
        return found.stream().mapToObj(all::get);
    }
}
