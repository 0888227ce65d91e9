package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;

/** Determines how documents were found; the most exact way applies. */
final class Matching {

    private final Set<Integer> typed = new TreeSet<>();
    private final Set<Integer> written = new TreeSet<>();
    private final Set<Integer> guessed = new TreeSet<>();

    /** @param documents in ascending order */
    Matching(LiveSearcher searcher, ParsedQuestion understood, SearchLanguage language, List<Integer> documents)
            throws IOException {
        for (var leaf : searcher.getIndexReader().leaves()) {
            for (var concept : understood.concepts()) {
                var found = standing(leaf, IndexFields.STEM, concept.stems(), documents);
                (concept.corrected() ? guessed : typed).addAll(found);
                if (!concept.corrected()) {
                    written.addAll(standing(leaf, IndexFields.WORD, language.words(concept.typed()), found));
                }
            }
        }
    }

    MatchedBy of(int document) {
        if (written.contains(document)) {
            return MatchedBy.EXACT;
        }
        if (typed.contains(document)) {
            return MatchedBy.STEM;
        }
        return guessed.contains(document) ? MatchedBy.FUZZY : MatchedBy.SYNONYM;
    }

    /** The documents that contain all of these words. */
    private static List<Integer> standing(
            LeafReaderContext leaf, String field, List<String> words, List<Integer> documents) throws IOException {
        var left = documents;
        var terms = leaf.reader().terms(field);
        if (terms == null || words.isEmpty()) {
            return List.of();
        }
        var dictionary = terms.iterator();
        for (var word : words) {
            if (!dictionary.seekExact(new BytesRef(word))) {
                return List.of();
            }
            left = standing(leaf, dictionary.postings(null, PostingsEnum.NONE), left);
        }
        return left;
    }

    private static List<Integer> standing(LeafReaderContext leaf, PostingsEnum word, List<Integer> documents)
            throws IOException {
        var found = new ArrayList<Integer>();
        int end = leaf.docBase + leaf.reader().maxDoc();
        for (int document : documents) {
            if (document >= leaf.docBase && document < end) {
                int wanted = document - leaf.docBase;
                int at = word.docID() < wanted ? word.advance(wanted) : word.docID();
                if (at == wanted) {
                    found.add(document);
                }
            }
        }
        return found;
    }
}
