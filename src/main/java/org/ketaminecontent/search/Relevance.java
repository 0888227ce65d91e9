package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What makes a document fit a question: for each thing that is asked for, how much it says (inverse document frequency, as in
 * BM25) times how sure its best text makes that the document is about it (see {@link TextField}). The sum, in shares of all
 * that was asked, is from 0 to a little over 1, whatever the question and whatever the number of documents.
 */
final class Relevance {

    /** What a further text adds that holds the same. */
    private static final float TIE = 0.15f;

    /** A question that is a title, another name or a known question, to the letter. */
    private static final float WHOLE = 0.5f;

    /** A clinical code is no accident. */
    private static final float CODE = 5;

    /** Words such as "what" and "happens" say little, but that a title or a known question has them too breaks ties. */
    private static final float MINOR = 0.05f;

    /** Two things that stand together belong together. */
    private static final float TOGETHER = 0.15f;

    /** Words that may stand between two that belong together. */
    private static final int BETWEEN = 3;

    /** What a misspelt word was taken for is less sure, and hardly sure where it is short or stands beside words not known. */
    private static final double CORRECTED = 0.9;

    private static final double GUESSED = 0.25;
    private static final int SHORT = 5;

    private static final double LEAST = 0.15;

    /** Texts that are worded as questions are. */
    private static final List<TextField> QUESTIONS = List.of(TextField.TITLE, TextField.ASKED);

    private static final List<TextField> TOGETHER_IN =
            List.of(TextField.TITLE, TextField.ASKED, TextField.SUMMARY, TextField.BODY);

    private final LiveSearcher searcher;
    private final IndexReader reader;
    private final ParsedQuestion understood;
    private final List<Double> weights = new ArrayList<>();
    private double total;
    private boolean hasUnknown;

    Relevance(LiveSearcher searcher, ParsedQuestion understood) throws IOException {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.understood = understood;
        for (var concept : understood.concepts()) {
            double weight = weight(concept);
            weights.add(weight);
            total += weight;
        }
        total = Math.max(total, LEAST);
    }

    /** How much is asked for, in the unit of the scores. */
    double total() {
        return total;
    }

    /** How much one of the things that are asked for says. */
    double weight(int concept) {
        return weights.get(concept);
    }

    private double weight(Concept concept) throws IOException {
        int documents = ConceptQueries.documentsWith(reader, concept.stems());
        for (var group : concept.groups()) {
            documents = Math.max(documents, searcher.queries(group).documents());
        }
        int all = Math.max(1, reader.numDocs());
        boolean isUnknown = documents == 0 && concept.groups().isEmpty();
        hasUnknown |= isUnknown;
        double weight = Math.log1p((all - documents + 0.5) / (documents + 0.5));
        return Math.max(LEAST, weight);
    }

    /** How well each document fits, by its number; in the unit of {@link #total}, and 0 where it does not fit at all. */
    float[] sums() throws IOException {
        var sums = new float[reader.maxDoc()];
        for (int i = 0; i < weights.size(); i++) {
            var concept = understood.concepts().get(i);
            var groups = concept.groups().stream().map(Thesaurus.Group::number).toList();
            searcher.scores(List.of(concept.stems(), groups), () -> query(concept))
                    .addTo(sums, (float) (weights.get(i) * sureness(concept)));
        }
        for (var minor : understood.minor()) {
            searcher.scores(minor.stems(), () -> minor(minor)).addTo(sums, (float) (MINOR * total));
        }
        var whole = new Term(
                IndexFields.WHOLE, String.join(" ", searcher.thesaurus().stems(understood.text())));
        if (reader.docFreq(whole) > 0) {
            Scores.of(searcher, new ConstantScoreQuery(new TermQuery(whole))).addTo(sums, (float) (WHOLE * total));
        }
        if (!understood.codes().isEmpty()) {
            var codes = understood.codes().stream().map(BytesRef::new).toList();
            Scores.of(searcher, new ConstantScoreQuery(new TermInSetQuery(IndexFields.CODE, codes)))
                    .addTo(sums, (float) (CODE * total));
        }
        return sums;
    }

    private Optional<Query> minor(Concept minor) throws IOException {
        var query = new BooleanQuery.Builder();
        boolean isAsked = false;
        for (var field : QUESTIONS) {
            var words = ConceptQueries.phrase(reader, field, minor.stems());
            if (words.isPresent()) {
                query.add(words.get(), Occur.SHOULD);
                isAsked = true;
            }
        }
        return isAsked ? Optional.of(query.build()) : Optional.empty();
    }

    private double sureness(Concept concept) {
        if (!concept.corrected()) {
            return 1;
        }
        return hasUnknown || concept.typed().length() <= SHORT ? GUESSED : CORRECTED;
    }

    /** What makes one document that fits better than another: that what is asked for stands together. */
    Optional<Query> proximity() throws IOException {
        var query = new BooleanQuery.Builder();
        boolean isAsked = false;
        for (int i = 0; i + 1 < weights.size(); i++) {
            var stems = new ArrayList<>(understood.concepts().get(i).stems());
            stems.addAll(understood.concepts().get(i + 1).stems());
            float weight = (float) (TOGETHER * (weights.get(i) + weights.get(i + 1)));
            for (var field : TOGETHER_IN) {
                if (ConceptQueries.phrase(reader, field, stems).isPresent()) {
                    var near = new PhraseQuery(BETWEEN, field.field, stems.toArray(String[]::new));
                    query.add(new BoostQuery(near, weight * field.weight), Occur.SHOULD);
                    isAsked = true;
                }
            }
        }
        return isAsked ? Optional.of(query.build()) : Optional.empty();
    }

    private Optional<Query> query(Concept concept) throws IOException {
        var fields = new ArrayList<Query>();
        for (var field : TextField.values()) {
            var ways = new ArrayList<Query>();
            ConceptQueries.phrase(reader, field, concept.stems()).ifPresent(ways::add);
            for (var group : concept.groups()) {
                searcher.queries(group).in(field).ifPresent(ways::add);
            }
            if (!ways.isEmpty()) {
                var best = ways.size() == 1 ? ways.get(0) : new DisjunctionMaxQuery(ways, 0);
                fields.add(new BoostQuery(best, field.weight));
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(fields, TIE));
    }
}
