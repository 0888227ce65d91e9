package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.FixedBitSet;
import org.ketaminecontent.search.SearchAnswer.Facet;

/** Counts all matching documents by facet, whatever page is shown. */
final class FacetCounts {

    /** A value with its number of documents. */
    private record Count(String value, int documents) {}

    private final LiveSearcher searcher;
    private final FacetsCollector found;

    FacetCounts(LiveSearcher searcher, FixedBitSet hits) {
        this.searcher = searcher;
        found = new Hits(searcher, hits);
    }

    /** The values, the most frequent first. */
    <T> List<T> of(Facet facet, BiFunction<String, Integer, T> entry) throws IOException {
        var counted = new StringValueFacetCounts(searcher.facet(facet), found).getAllChildren(facet.field);
        var counts = new ArrayList<Count>();
        for (var each : counted.labelValues) {
            if (each.value.intValue() > 0) {
                counts.add(new Count(each.label, each.value.intValue()));
            }
        }
        counts.sort(Comparator.comparingInt(Count::documents).reversed().thenComparing(Count::value));
        return counts.stream()
                .map(each -> entry.apply(each.value(), each.documents()))
                .toList();
    }

    /** The matching documents, which were found before. */
    private static final class Hits extends FacetsCollector {

        private final List<MatchingDocs> pieces = new ArrayList<>();

        Hits(LiveSearcher searcher, FixedBitSet hits) {
            for (var leaf : searcher.getIndexReader().leaves()) {
                var here = new FixedBitSet(leaf.reader().maxDoc());
                for (int document = 0; document < here.length(); document++) {
                    if (hits.get(leaf.docBase + document)) {
                        here.set(document);
                    }
                }
                int count = here.cardinality();
                pieces.add(new MatchingDocs(leaf, new BitDocIdSet(here, count), count, null));
            }
        }

        @Override
        public List<MatchingDocs> getMatchingDocs() {
            return pieces;
        }
    }
}
