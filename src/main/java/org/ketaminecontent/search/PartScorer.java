package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/**
 * Scores documents for one part of a question. The score of a text is that of the best matching phrase; the score of a
 * document is that of its best text, plus a share of those of its other texts. Documents are scored in windows, one phrase
 * after the other, which is faster for thousands of matches than the priority queues of Lucene's disjunctions.
 */
final class PartScorer {

    private static final int WINDOW = 2048;

    private final LiveSearcher searcher;
    private final float tie;
    private final Scores.Builder found = new Scores.Builder();

    private final int[] times = new int[WINDOW];
    private final float[] inText = new float[WINDOW];
    private final float[] best = new float[WINDOW];
    private final float[] others = new float[WINDOW];

    /** @param tie the share of their scores that other texts add to the best one */
    PartScorer(LiveSearcher searcher, float tie) {
        this.searcher = searcher;
        this.tie = tie;
    }

    /**
     * Phrases whose occurrences are added up.
     *
     * @param phrases the stems of each phrase
     * @param weight the factor for their score
     */
    record Way(List<List<String>> phrases, float weight) {}

    /** The phrases to find in one field. */
    record InText(TextField field, float weight, List<Way> ways) {}

    private record Phrases(List<PhrasePostings> postings, float weight) {}

    private record Texts(TextLengths lengths, List<Phrases> ways) {}

    Scores scores(List<InText> texts) throws IOException {
        for (var leaf : searcher.getIndexReader().leaves()) {
            var here = new ArrayList<Texts>();
            for (var each : texts) {
                var ways = begin(leaf, each);
                if (!ways.isEmpty()) {
                    here.add(new Texts(searcher.lengths(each.field()), ways));
                }
            }
            if (!here.isEmpty()) {
                score(leaf, here);
            }
        }
        return found.scores();
    }

    private static List<Phrases> begin(LeafReaderContext leaf, InText text) throws IOException {
        var ways = new ArrayList<Phrases>();
        var terms = leaf.reader().terms(text.field().field);
        if (terms == null) {
            return ways;
        }
        var dictionary = terms.iterator();
        for (var way : text.ways()) {
            var postings = new ArrayList<PhrasePostings>();
            for (var phrase : way.phrases()) {
                var each = PhrasePostings.of(dictionary, phrase);
                if (each != null && each.next() != PhrasePostings.NO_MORE) {
                    postings.add(each);
                }
            }
            if (!postings.isEmpty()) {
                ways.add(new Phrases(postings, way.weight() * text.weight()));
            }
        }
        return ways;
    }

    private void score(LeafReaderContext leaf, List<Texts> texts) throws IOException {
        int all = leaf.reader().maxDoc();
        for (int start = 0; start < all; start += WINDOW) {
            int end = Math.min(all, start + WINDOW);
            boolean isFound = false;
            for (var text : texts) {
                if (addText(text, leaf.docBase, start, end)) {
                    join(end - start);
                    isFound = true;
                }
            }
            if (isFound) {
                collect(leaf, start, end);
            }
        }
    }

    /** Tells whether any document of the window matches. */
    private boolean addText(Texts text, int base, int start, int end) throws IOException {
        boolean isFound = false;
        for (var way : text.ways()) {
            if (way.postings().size() == 1) {
                isFound |= addPhrase(way.postings().get(0), way.weight(), text.lengths(), base, start, end);
            } else if (count(way, start, end)) {
                addCounted(way.weight(), text.lengths(), base, start, end);
                isFound = true;
            }
        }
        return isFound;
    }

    private boolean addPhrase(PhrasePostings phrase, float weight, TextLengths lengths, int base, int start, int end)
            throws IOException {
        boolean isFound = phrase.document() < end;
        for (int at = phrase.document(); at < end; at = phrase.next()) {
            float value = weight * lengths.sureness(base + at, phrase.times());
            inText[at - start] = Math.max(inText[at - start], value);
        }
        return isFound;
    }

    private boolean count(Phrases way, int start, int end) throws IOException {
        boolean isFound = false;
        for (var phrase : way.postings()) {
            isFound |= phrase.document() < end;
            for (int at = phrase.document(); at < end; at = phrase.next()) {
                times[at - start] += phrase.times();
            }
        }
        return isFound;
    }

    private void addCounted(float weight, TextLengths lengths, int base, int start, int end) {
        for (int i = 0; i < end - start; i++) {
            if (times[i] > 0) {
                inText[i] = Math.max(inText[i], weight * lengths.sureness(base + start + i, times[i]));
                times[i] = 0;
            }
        }
    }

    private void join(int size) {
        for (int i = 0; i < size; i++) {
            float value = inText[i];
            if (value > best[i]) {
                others[i] += best[i];
                best[i] = value;
            } else {
                others[i] += value;
            }
            inText[i] = 0;
        }
    }

    private void collect(LeafReaderContext leaf, int start, int end) {
        var live = leaf.reader().getLiveDocs();
        for (int i = 0; i < end - start; i++) {
            if (best[i] > 0 && (live == null || live.get(start + i))) {
                found.add(leaf.docBase + start + i, best[i] + tie * others[i]);
            }
            best[i] = 0;
            others[i] = 0;
        }
    }
}
