package org.ketaminecontent.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** The index queries for a group of synonyms, built once for each state of the index. */
final class ConceptQueries {

    /** The weight of a synonym. */
    private static final float SAME = 0.9f;

    /** The weight of related words, which a reader may want but did not ask for. */
    private static final float NEAR = 0.4f;

    private final IndexReader reader;
    private final Map<TextField, Query> byField = new EnumMap<>(TextField.class);
    private int documents;

    ConceptQueries(IndexReader reader, Thesaurus.Group group) throws IOException {
        this.reader = reader;
        for (var field : TextField.values()) {
            var ways = new ArrayList<Query>();
            ways.addAll(ways(field, group.same(), SAME));
            ways.addAll(ways(field, group.near(), NEAR));
            if (!ways.isEmpty()) {
                byField.put(field, ways.size() == 1 ? ways.get(0) : new DisjunctionMaxQuery(ways, 0));
            }
        }
        for (var phrase : group.same()) {
            documents = Math.max(documents, documentsWith(reader, phrase));
        }
    }

    /** The query in a field; empty if no text there contains any of the words. */
    Optional<Query> in(TextField field) {
        return Optional.ofNullable(byField.get(field));
    }

    /** The approximate number of documents with the most frequent synonym. */
    int documents() {
        return documents;
    }

    /** An upper bound of the number of documents with a phrase: that of its rarest word. */
    static int documentsWith(IndexReader reader, List<String> stems) throws IOException {
        int fewest = Integer.MAX_VALUE;
        for (var stem : stems) {
            fewest = Math.min(fewest, reader.docFreq(new Term(IndexFields.STEM, stem)));
        }
        return stems.isEmpty() ? 0 : fewest;
    }

    /** A phrase query in a field; empty if no text there contains it. */
    static Optional<Query> phrase(IndexReader reader, TextField field, List<String> stems) throws IOException {
        for (var stem : stems) {
            if (reader.docFreq(new Term(field.field, stem)) == 0) {
                return Optional.empty();
            }
        }
        return stems.size() == 1
                ? Optional.of(new TermQuery(new Term(field.field, stems.get(0))))
                : Optional.of(new PhraseQuery(field.field, stems.toArray(String[]::new)));
    }

    private List<Query> ways(TextField field, List<List<String>> phrases, float weight) throws IOException {
        var ways = new ArrayList<Query>();
        var words = new SynonymQuery.Builder(field.field);
        boolean hasWords = false;
        for (var stems : phrases) {
            var query = phrase(reader, field, stems);
            if (query.isEmpty()) {
                continue;
            }
            if (stems.size() == 1) {
                words.addTerm(new Term(field.field, stems.get(0)));
                hasWords = true;
            } else {
                ways.add(new BoostQuery(query.get(), weight));
            }
        }
        if (hasWords) {
            ways.add(new BoostQuery(words.build(), weight));
        }
        return ways;
    }
}
