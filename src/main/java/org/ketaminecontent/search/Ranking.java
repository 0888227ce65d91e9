package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/** Puts what fits a question into order, the best first, and leaves out what fits too little. */
final class Ranking {

    /** The best that can be paged through. */
    static final int DEPTH = 100;

    /** Looked at, so that what is ranked down leaves room for what is not. */
    private static final int CONSIDERED = 200;

    /** A document that answers less of the question than this is no hit. */
    static final double LEAST = 0.1;

    /** Where the best answers less than this, nothing here may be what was meant. */
    static final double WEAK = 0.45;

    /** Of the best one's: what is so far behind only makes the list longer. */
    private static final double BEHIND = 0.2;

    /** What is about the other product comes after what is about the one that was asked for. */
    private static final double OTHER_PRODUCT = 0.5;

    private final LiveSearcher searcher;
    private final Relevance relevance;
    private final Query query;
    private final Optional<Product> product;

    Ranking(LiveSearcher searcher, Understood understood, Filters filters) throws IOException {
        this.searcher = searcher;
        relevance = new Relevance(searcher, understood);
        query = narrowed(relevance.query(), filters);
        product = Product.only(understood.names());
    }

    /** What documents are wanted, apart from the words; empty lists take all. */
    record Filters(List<String> collections, List<String> themes) {

        static final Filters NONE = new Filters(List.of(), List.of());
    }

    /**
     * A document that fits.
     *
     * @param share of what was asked that it answers
     * @param related whether it is about the other product
     */
    record Ranked(int document, double share, double score, boolean related) {}

    private static Query narrowed(Query query, Filters filters) {
        var narrowed = new BooleanQuery.Builder().add(query, Occur.MUST);
        narrow(narrowed, Fields.COLLECTION, filters.collections());
        narrow(narrowed, Fields.THEME, filters.themes());
        return filters.equals(Filters.NONE) ? query : narrowed.build();
    }

    private static void narrow(BooleanQuery.Builder query, String field, List<String> values) {
        if (!values.isEmpty()) {
            query.add(
                    new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.FILTER);
        }
    }

    /** What fits, narrowed to what is wanted. */
    Query query() {
        return query;
    }

    Relevance relevance() {
        return relevance;
    }

    /** The least score of a hit, in the unit of the query's scores. */
    double least() {
        return LEAST * relevance.total();
    }

    List<Ranked> best() throws IOException {
        TopDocs found = searcher.search(query, new TopScoreDocCollectorManager(CONSIDERED, CONSIDERED));
        var proximity = relevance.proximity();
        if (proximity.isPresent()) {
            found = QueryRescorer.rescore(searcher, found, proximity.get(), 1, CONSIDERED);
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

    private Ranked ranked(ScoreDoc found) throws IOException {
        double share = found.score / relevance.total();
        boolean related = product.isPresent() && product.get().isOther(value(found.doc, Fields.PRODUCTS));
        var kind = Collection.values()[(int) value(found.doc, Fields.KIND)];
        return new Ranked(found.doc, share, share * kind.weight * (related ? OTHER_PRODUCT : 1), related);
    }

    private long value(int document, String field) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
        return values.advanceExact(document - leaf.docBase) ? values.longValue() : 0;
    }
}
