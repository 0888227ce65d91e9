package org.ketaminecontent.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/** The lengths of the texts of one field, by which occurrences of words are scored (see {@link FieldSimilarity}). */
final class TextLengths {

    private final byte[] lengths;
    private final @Nullable SimScorer scorer;

    TextLengths(IndexSearcher searcher, TextField field) throws IOException {
        lengths = new byte[searcher.getIndexReader().maxDoc()];
        for (var leaf : searcher.getIndexReader().leaves()) {
            var found = leaf.reader().getNormValues(field.field);
            var norms = found == null ? DocValues.emptyNumeric() : found;
            for (int at = norms.nextDoc(); at != NumericDocValues.NO_MORE_DOCS; at = norms.nextDoc()) {
                lengths[leaf.docBase + at] = (byte) norms.longValue();
            }
        }
        CollectionStatistics all = searcher.collectionStatistics(field.field);
        scorer = all == null ? null : LiveIndex.SIMILARITY.scorer(1, all);
    }

    /** The score from 0 to 1 of a document with so many occurrences of a word. */
    float sureness(int document, int times) {
        return scorer == null ? 0 : scorer.score(times, lengths[document]);
    }
}
