package org.ketaminecontent.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.ketaminecontent.search.SearchAnswer.Facet;

/** A searcher on one state of the index, with data derived from that state. */
final class LiveSearcher extends IndexSearcher {

    private final IndexState state;
    private final Thesaurus thesaurus;
    private final Vocabulary vocabulary;
    private final AtomicReferenceArray<ConceptQueries> queries;
    /** The size in bytes of the cache of scores for this state. */
    private static final long SCORES = 8_000_000;

    private static final long HITS = 6_000_000;

    private final Cache<Object, Scores> scores = Caffeine.newBuilder()
            .maximumWeight(SCORES)
            .weigher((Object part, Scores each) -> each.weight())
            .build();
    private final Cache<Integer, StoredHit> hits = Caffeine.newBuilder()
            .maximumWeight(HITS)
            .weigher((Integer document, StoredHit each) -> each.weight())
            .build();
    private final DocumentTraits traits;
    private final Map<Facet, StringDocValuesReaderState> facets = new EnumMap<>(Facet.class);

    LiveSearcher(IndexReader reader, IndexState state, Thesaurus thesaurus) throws IOException {
        super(reader);
        this.state = state;
        this.thesaurus = thesaurus;
        setSimilarity(LiveIndex.SIMILARITY);
        // Readers' queries must not be stored.
        setQueryCache(null);
        queries = new AtomicReferenceArray<>(thesaurus.size());
        vocabulary = new Vocabulary(reader);
        traits = DocumentTraits.of(reader);
        for (var facet : Facet.values()) {
            facets.put(facet, new StringDocValuesReaderState(reader, facet.field));
        }
    }

    IndexState state() {
        return state;
    }

    Thesaurus thesaurus() {
        return thesaurus;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The index queries for a group of synonyms. */
    ConceptQueries queries(Thesaurus.Group group) throws IOException {
        var known = queries.get(group.number());
        if (known == null) {
            known = new ConceptQueries(getIndexReader(), group);
            queries.set(group.number(), known);
        }
        return known;
    }

    /** The scores of documents for a part of a question; computed on first use. */
    Scores scores(Object part, Asking query) throws IOException {
        var known = scores.getIfPresent(part);
        if (known == null) {
            var asked = query.query();
            known = asked.isPresent() ? Scores.of(this, asked.get()) : Scores.NONE;
            scores.put(part, known);
        }
        return known;
    }

    /** Builds a query; empty if nothing can match. */
    interface Asking {
        Optional<Query> query() throws IOException;
    }

    /** A document with its stored fields. */
    StoredHit hit(int document) throws IOException {
        var known = hits.getIfPresent(document);
        if (known == null) {
            known = StoredHit.of(storedFields(), document);
            hits.put(document, known);
        }
        return known;
    }

    DocumentTraits traits() {
        return traits;
    }

    StringDocValuesReaderState facet(Facet facet) {
        return Objects.requireNonNull(facets.get(facet));
    }
}
