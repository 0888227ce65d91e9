package org.ketaminecontent.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/**
 * The scores of documents for one part of a question. Questions share parts, whose scores are cached while the index
 * does not
 * change.
 *
 * @param documents in ascending order
 * @param values above 0, one for each document
 */
record Scores(int[] documents, float[] values) {

    static final Scores NONE = new Scores(new int[0], new float[0]);

    private static final int BEGINNING = 64;

    static Scores of(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(query, new AllManager());
    }

    /** Adds these scores to the sums of all documents. */
    void addTo(float[] sums, float weight) {
        for (int i = 0; i < documents.length; i++) {
            sums[documents[i]] += weight * values[i];
        }
    }

    /** The approximate size in memory, in bytes. */
    int weight() {
        return 64 + 8 * documents.length;
    }

    /** Collects scores of documents in ascending order. */
    static final class Builder {

        private int[] documents = new int[BEGINNING];
        private float[] values = new float[BEGINNING];
        private int size;

        void add(int document, float value) {
            if (size == documents.length) {
                documents = Arrays.copyOf(documents, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            documents[size] = document;
            values[size++] = value;
        }

        Scores scores() {
            return size == 0 ? NONE : new Scores(Arrays.copyOf(documents, size), Arrays.copyOf(values, size));
        }
    }

    /** Searches with one collector: without an executor, the searcher visits documents in one slice. */
    private static final class AllManager implements CollectorManager<All, Scores> {

        @Override
        public All newCollector() {
            return new All();
        }

        @Override
        public Scores reduce(Collection<All> collectors) {
            return collectors.iterator().next().found.scores();
        }
    }

    private static final class All extends SimpleCollector {

        private final Builder found = new Builder();
        private int base;
        private @Nullable Scorable scorer;

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            base = context.docBase;
        }

        @Override
        public void setScorer(Scorable each) {
            scorer = each;
        }

        @Override
        public void collect(int document) throws IOException {
            found.add(base + document, scorer == null ? 0 : scorer.score());
        }
    }
}
