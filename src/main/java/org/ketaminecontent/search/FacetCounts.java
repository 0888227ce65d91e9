package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.search.SearchAnswer.Facet;

/** Counts how all documents that fit are spread, whatever page is shown. */
final class FacetCounts {

    /** A value and how many documents have it. */
    private record Count(String value, int documents) {}

    private final LiveSearcher searcher;
    private final FacetsCollector found = new FacetsCollector();

    FacetCounts(LiveSearcher searcher, Ranking ranking) throws IOException {
        this.searcher = searcher;
        searcher.search(ranking.query(), new Hits(found, ranking.least()));
    }

    /** The values, the commonest first. */
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

    /** Lets those documents through that are hits. */
    private static final class Hits extends FilterCollector {

        private final double least;

        Hits(Collector all, double least) {
            super(all);
            this.least = least;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            return new FilterLeafCollector(super.getLeafCollector(context)) {

                private @Nullable Scorable scorer;

                @Override
                public void setScorer(Scorable each) throws IOException {
                    scorer = each;
                    super.setScorer(each);
                }

                @Override
                public void collect(int document) throws IOException {
                    if (scorer != null && scorer.score() >= least) {
                        super.collect(document);
                    }
                }
            };
        }
    }
}
