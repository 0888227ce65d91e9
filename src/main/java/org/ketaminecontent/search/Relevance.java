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
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.ketaminecontent.search.PartScorer.InText;
import org.ketaminecontent.search.PartScorer.Way;

/**
 * The score of a document for a question: for each concept, its weight (inverse document frequency, as in BM25) times
 * the certainty, from the best text, that the document is about it (see {@link TextField}). The sum, as a share of the
 * whole question, is from 0 to a little over 1, whatever the question and the number of documents.
 */
final class Relevance {

    /** The weight of further texts with the same concept. */
    private static final float TIE = 0.15f;

    /** The bonus for a question that equals a title, another name or a known question. */
    private static final float WHOLE = 0.5f;

    /** The weight of a clinical code, which is rarely accidental. */
    private static final float CODE = 5;

    /** The weight of words such as "what" and "happens", which break ties in titles and known questions. */
    private static final float MINOR = 0.05f;

    /** The bonus for two concepts close to each other. */
    private static final float TOGETHER = 0.15f;

    /** The maximum number of words between two such concepts. */
    private static final int BETWEEN = 3;

    /** The factor of a corrected word, lower if it is short or beside unknown words. */
    private static final double CORRECTED = 0.9;

    private static final double GUESSED = 0.25;
    private static final int SHORT = 5;

    private static final double LEAST = 0.15;

    /** Texts in the form of questions. */
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

    /** The weight of the whole question, in the unit of the scores. */
    double total() {
        return total;
    }

    /** The weight of one concept. */
    double weight(int concept) {
        return weights.get(concept);
    }

    private double weight(Concept concept) throws IOException {
        int documents = searcher.documentsWith(concept.stems());
        for (var group : concept.groups()) {
            documents = Math.max(documents, searcher.phrases(group).documents());
        }
        int all = Math.max(1, reader.numDocs());
        boolean isUnknown = documents == 0 && concept.groups().isEmpty();
        hasUnknown |= isUnknown;
        double weight = Math.log1p((all - documents + 0.5) / (documents + 0.5));
        return Math.max(LEAST, weight);
    }

    /** The score of each document by its number, in the unit of {@link #total}; 0 for no match. */
    float[] sums() throws IOException {
        var sums = new float[reader.maxDoc()];
        for (int i = 0; i < weights.size(); i++) {
            var concept = understood.concepts().get(i);
            var groups = concept.groups().stream().map(Thesaurus.Group::number).toList();
            searcher.scores(List.of(concept.stems(), groups), () -> scores(concept))
                    .addTo(sums, (float) (weights.get(i) * sureness(concept)));
        }
        for (var minor : understood.minor()) {
            searcher.scores(minor.stems(), () -> scoresOfMinor(minor)).addTo(sums, (float) (MINOR * total));
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

    private Scores scoresOfMinor(Concept minor) throws IOException {
        var texts = new ArrayList<InText>();
        for (var field : QUESTIONS) {
            if (searcher.holds(field, minor.stems())) {
                texts.add(new InText(field, 1, List.of(new Way(List.of(minor.stems()), 1))));
            }
        }
        return new PartScorer(searcher, 1).scores(texts);
    }

    private double sureness(Concept concept) {
        if (!concept.corrected()) {
            return 1;
        }
        return hasUnknown || concept.typed().length() <= SHORT ? GUESSED : CORRECTED;
    }

    /** A query for the proximity of concepts. */
    Optional<Query> proximity() throws IOException {
        var query = new BooleanQuery.Builder();
        boolean isAsked = false;
        for (int i = 0; i + 1 < weights.size(); i++) {
            var stems = new ArrayList<>(understood.concepts().get(i).stems());
            stems.addAll(understood.concepts().get(i + 1).stems());
            float weight = (float) (TOGETHER * (weights.get(i) + weights.get(i + 1)));
            for (var field : TOGETHER_IN) {
                if (searcher.holds(field, stems)) {
                    var near = new PhraseQuery(BETWEEN, field.field, stems.toArray(String[]::new));
                    query.add(new BoostQuery(near, weight * field.weight), Occur.SHOULD);
                    isAsked = true;
                }
            }
        }
        return isAsked ? Optional.of(query.build()) : Optional.empty();
    }

    private Scores scores(Concept concept) throws IOException {
        var texts = new ArrayList<InText>();
        for (var field : TextField.values()) {
            var ways = new ArrayList<Way>();
            if (searcher.holds(field, concept.stems())) {
                ways.add(new Way(List.of(concept.stems()), 1));
            }
            for (var group : concept.groups()) {
                ways.addAll(searcher.phrases(group).in(field).ways());
            }
            if (!ways.isEmpty()) {
                texts.add(new InText(field, field.weight, ways));
            }
        }
        return new PartScorer(searcher, TIE).scores(texts);
    }
}
