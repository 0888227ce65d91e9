package org.ketaminecontent.search;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Scores how certainly a text is about a word that it contains, from 0 to 1: BM25 without its inverse document
 * frequency, which is the same for all fields and applied once (see {@link Relevance}): a word that is rare only in
 * titles is not more meaningful.
 */
final class FieldSimilarity extends PerFieldSimilarityWrapper {

    private static final Similarity USUAL = new BM25Similarity();

    private final Map<String, Similarity> byField = Arrays.stream(TextField.values())
            .collect(Collectors.toMap(each -> each.field, Sureness::new, (one, other) -> one));

    @Override
    public Similarity get(String field) {
        return byField.getOrDefault(field, USUAL);
    }

    private static final class Sureness extends BM25Similarity {

        private static final Explanation ONE = Explanation.match(1f, "weighted by the query");

        Sureness(TextField field) {
            super(field.k1, field.b);
        }

        @Override
        public Explanation idfExplain(CollectionStatistics collection, TermStatistics term) {
            return ONE;
        }

        @Override
        public Explanation idfExplain(CollectionStatistics collection, TermStatistics[] terms) {
            return ONE;
        }
    }
}
