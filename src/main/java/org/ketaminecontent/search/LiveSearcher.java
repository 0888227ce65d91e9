package org.ketaminecontent.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.ketaminecontent.search.SearchAnswer.Facet;

/** A searcher on one state of the index, with data derived from that state. */
final class LiveSearcher extends IndexSearcher {

    private final IndexState state;
    private final Thesaurus thesaurus;
    private final Vocabulary vocabulary;
    private final AtomicReferenceArray<SynonymGroupPhrases> groups;
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
    private final Map<TextField, TextLengths> lengths = new EnumMap<>(TextField.class);
    private final Map<Facet, StringDocValuesReaderState> facets = new EnumMap<>(Facet.class);

    LiveSearcher(IndexReader reader, IndexState state, Thesaurus thesaurus) throws IOException {
        super(reader);
        this.state = state;
        this.thesaurus = thesaurus;
        setSimilarity(LiveIndex.SIMILARITY);
        // Readers' queries must not be stored.
        setQueryCache(null);
        groups = new AtomicReferenceArray<>(thesaurus.size());
        vocabulary = new Vocabulary(reader);
        traits = DocumentTraits.of(reader);
        for (var facet : Facet.values()) {
            facets.put(facet, new StringDocValuesReaderState(reader, facet.field));
        }
        for (var field : TextField.values()) {
            lengths.put(field, new TextLengths(this, field));
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

    /** The phrases of a group of synonyms that the index contains. */
    SynonymGroupPhrases phrases(Thesaurus.Group group) throws IOException {
        var known = groups.get(group.number());
        if (known == null) {
            known = new SynonymGroupPhrases(this, group);
            groups.set(group.number(), known);
        }
        return known;
    }

    /** Tells whether each of these words occurs in the field. */
    boolean holds(TextField field, List<String> stems) throws IOException {
        for (var stem : stems) {
            if (getIndexReader().docFreq(new Term(field.field, stem)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** An upper bound of the number of documents with a phrase: that of its rarest word. */
    int documentsWith(List<String> stems) throws IOException {
        int fewest = Integer.MAX_VALUE;
        for (var stem : stems) {
            fewest = Math.min(fewest, getIndexReader().docFreq(new Term(IndexFields.STEM, stem)));
        }
        return stems.isEmpty() ? 0 : fewest;
    }

    TextLengths lengths(TextField field) {
        return Objects.requireNonNull(lengths.get(field));
    }

    /** The scores of documents for a part of a question; computed on first use. */
    Scores scores(Object part, Scoring scoring) throws IOException {
        var known = scores.getIfPresent(part);
        if (known == null) {
            known = scoring.scores();
            scores.put(part, known);
        }
        return known;
    }

    /** Computes scores. */
    interface Scoring {
        Scores scores() throws IOException;
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
