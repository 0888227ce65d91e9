package org.ketaminecontent.search;

import static org.ketaminecontent.search.MatchSpan.Nearness.NEAR;
import static org.ketaminecontent.search.MatchSpan.Nearness.SAME;
import static org.ketaminecontent.search.MatchSpan.Nearness.TYPED;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.search.MatchSpan.Nearness;

/**
 * Finds the matching parts of texts in some documents. It reads the positions in the index, word by word for all
 * documents, and analyzes no text again.
 */
final class MatchSpanFinder {

    private final LiveSearcher searcher;
    private final ParsedQuestion understood;

    MatchSpanFinder(LiveSearcher searcher, ParsedQuestion understood) {
        this.searcher = searcher;
        this.understood = understood;
    }

    private record Phrase(List<String> stems, int concept, Nearness nearness) {}

    private List<Phrase> phrases(TextField field) throws IOException {
        var phrases = new ArrayList<Phrase>();
        for (int i = 0; i < understood.concepts().size(); i++) {
            var concept = understood.concepts().get(i);
            phrases.add(new Phrase(concept.stems(), i, TYPED));
            for (var group : concept.groups()) {
                var standing = searcher.phrases(group).in(field);
                for (var same : standing.same()) {
                    phrases.add(new Phrase(same, i, SAME));
                }
                for (var near : standing.near()) {
                    phrases.add(new Phrase(near, i, NEAR));
                }
            }
        }
        return phrases;
    }

    /**
     * The matches in one text of each of these documents, in the order of the text.
     *
     * @param documents in ascending order
     */
    Map<Integer, List<MatchSpan>> in(TextField field, List<Integer> documents) throws IOException {
        var found = new TreeMap<Integer, List<MatchSpan>>();
        var phrases = phrases(field);
        for (var leaf : searcher.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            var here = documents.stream()
                    .filter(each -> each >= leaf.docBase && each < end)
                    .toList();
            var terms = here.isEmpty() ? null : leaf.reader().terms(field.field);
            if (terms != null) {
                find(leaf, terms, phrases, here, found);
            }
        }
        found.values()
                .forEach(marks -> marks.sort(Comparator.comparingInt(MatchSpan::start)
                        .thenComparing(MatchSpan::nearness)
                        .thenComparing(MatchSpan::end, Comparator.reverseOrder())));
        return found;
    }

    private static void find(
            LeafReaderContext leaf,
            Terms terms,
            List<Phrase> phrases,
            List<Integer> documents,
            Map<Integer, List<MatchSpan>> found)
            throws IOException {
        var dictionary = terms.iterator();
        for (var phrase : phrases) {
            var words = postings(dictionary, phrase.stems());
            if (words == null) {
                continue;
            }
            for (int document : documents) {
                if (allStandIn(words, document - leaf.docBase)) {
                    addMarks(words, phrase, found.computeIfAbsent(document, each -> new ArrayList<>()));
                }
            }
        }
    }

    /** The positions of each word; null for absent ones. */
    private static PostingsEnum @Nullable [] postings(TermsEnum dictionary, List<String> stems) throws IOException {
        var postings = new PostingsEnum[stems.size()];
        for (int i = 0; i < postings.length; i++) {
            if (!dictionary.seekExact(new BytesRef(stems.get(i)))) {
                return null;
            }
            postings[i] = dictionary.postings(null, PostingsEnum.OFFSETS);
        }
        return postings;
    }

    private static boolean allStandIn(PostingsEnum[] words, int document) throws IOException {
        for (var word : words) {
            int at = word.docID();
            if (at < document) {
                at = word.advance(document);
            }
            if (at != document) {
                return false;
            }
        }
        return true;
    }

    private static void addMarks(PostingsEnum[] words, Phrase phrase, List<MatchSpan> marks) throws IOException {
        int times = words[0].freq();
        var next = new int[words.length];
        for (int i = 1; i < words.length; i++) {
            next[i] = -1;
        }
        var left = new int[words.length];
        for (int i = 1; i < words.length; i++) {
            left[i] = words[i].freq();
        }
        for (int time = 0; time < times; time++) {
            int position = words[0].nextPosition();
            int start = words[0].startOffset();
            int end = words[0].endOffset();
            boolean follows = true;
            for (int i = 1; i < words.length && follows; i++) {
                while (next[i] < position + i && left[i] > 0) {
                    next[i] = words[i].nextPosition();
                    left[i]--;
                }
                follows = next[i] == position + i;
                end = follows ? words[i].endOffset() : end;
            }
            if (follows) {
                marks.add(new MatchSpan(start, end, phrase.concept(), phrase.nearness()));
            }
        }
    }
}
