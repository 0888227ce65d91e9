package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.HitQueue;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Sorts matching documents, the best first, and drops those that match too little. */
final class Ranking {

    /** The maximum number of hits that can be paged through. */
    static final int DEPTH = 100;

    /** The number of documents considered, more than shown, since some are ranked down. */
    private static final int CONSIDERED = 150;

    /** The number of documents checked for proximity. */
    private static final int LOOKED_AT = 40;

    /** The minimum share of the question that a hit answers. */
    static final double LEAST = 0.1;

    /** Below this share of the best hit, the results as a whole are weak. */
    static final double WEAK = 0.45;

    /** The minimum score relative to the best hit's. */
    private static final double BEHIND = 0.2;

    /** The factor for documents about the other product. */
    private static final double OTHER_PRODUCT = 0.5;

    private final LiveSearcher searcher;
    private final Relevance relevance;
    private final float[] sums;
    private final Optional<SearchedProduct> product;

    Ranking(LiveSearcher searcher, ParsedQuestion understood, Filters filters) throws IOException {
        this.searcher = searcher;
        relevance = new Relevance(searcher, understood);
        sums = relevance.sums();
        narrow(IndexFields.COLLECTION, filters.collections());
        narrow(IndexFields.THEME, filters.themes());
        product = SearchedProduct.only(understood.names());
    }

    /** The filters of documents; empty lists allow all. */
    record Filters(List<String> collections, List<String> themes) {

        static final Filters NONE = new Filters(List.of(), List.of());
    }

    /**
     * A matching document.
     *
     * @param share the share of the question that it answers
     * @param related whether it is about the other product
     */
    record Ranked(int document, double share, double score, boolean related) {}

    /** Keeps only documents with one of these values. */
    private void narrow(String field, List<String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        var query = new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
        int from = 0;
        for (int document : Scores.of(searcher, new ConstantScoreQuery(query)).documents()) {
            Arrays.fill(sums, from, document, 0);
            from = document + 1;
        }
        Arrays.fill(sums, from, sums.length, 0);
    }

    Relevance relevance() {
        return relevance;
    }

    /** All hits, including those that cannot be paged to. */
    FixedBitSet hits() {
        var hits = new FixedBitSet(Math.max(1, sums.length));
        float least = (float) (LEAST * relevance.total());
        for (int document = 0; document < sums.length; document++) {
            if (sums[document] >= least) {
                hits.set(document);
            }
        }
        return hits;
    }

    private TopDocs considered() {
        var queue = new HitQueue(CONSIDERED, true);
        float least = (float) (LEAST * relevance.total());
        var worst = queue.top();
        for (int document = 0; document < sums.length; document++) {
            // Of two with the same score, the first is kept.
            if (sums[document] >= least && sums[document] > worst.score) {
                worst.doc = document;
                worst.score = sums[document];
                worst = queue.updateTop();
            }
        }
        var found = new ArrayList<ScoreDoc>();
        while (queue.size() > 0) {
            var each = queue.pop();
            if (each.score > 0) {
                found.add(0, each);
            }
        }
        return new TopDocs(new TotalHits(found.size(), TotalHits.Relation.EQUAL_TO), found.toArray(ScoreDoc[]::new));
    }

    List<Ranked> best() throws IOException {
        var found = considered();
        var proximity = relevance.proximity();
        if (proximity.isPresent() && found.scoreDocs.length > 1) {
            found = together(found, proximity.get());
        }
        var ranked = new ArrayList<Ranked>();
        for (var each : found.scoreDocs) {
            var hit = ranked(each);
            if (hit.share() >= LEAST) {
                ranked.add(hit);
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::document));
        double best = ranked.isEmpty() ? 0 : ranked.get(0).score();
        return ranked.stream()
                .filter(each -> each.score() >= BEHIND * best)
                .limit(DEPTH)
                .toList();
    }

    /** Scores proximity, only for the best documents. */
    private TopDocs together(TopDocs found, Query proximity) throws IOException {
        int near = Math.min(LOOKED_AT, found.scoreDocs.length);
        var best = new TopDocs(found.totalHits, Arrays.copyOf(found.scoreDocs, near));
        var looked = QueryRescorer.rescore(searcher, best, proximity, 1, near);
        System.arraycopy(looked.scoreDocs, 0, found.scoreDocs, 0, near);
        return found;
    }

    private Ranked ranked(ScoreDoc found) {
        double share = found.score / relevance.total();
        var traits = searcher.traits();
        boolean related = product.isPresent() && product.get().isOther(traits.products()[found.doc]);
        double weight = traits.weights()[found.doc] * (related ? OTHER_PRODUCT : 1);
        return new Ranked(found.doc, share, share * weight, related);
    }
}
