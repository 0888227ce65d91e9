package org.ketaminecontent.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.ketaminecontent.search.SearchAnswer.Facet;

/** The index as some change left it, with what belongs to that state. */
final class LiveSearcher extends IndexSearcher {

    private final IndexState state;
    private final Thesaurus thesaurus;
    private final Vocabulary vocabulary;
    private final AtomicReferenceArray<GroupQueries> queries;
    private final Map<Facet, StringDocValuesReaderState> facets = new EnumMap<>(Facet.class);

    LiveSearcher(IndexReader reader, IndexState state, Thesaurus thesaurus) throws IOException {
        super(reader);
        this.state = state;
        this.thesaurus = thesaurus;
        setSimilarity(LiveIndex.SIMILARITY);
        // What somebody looked up stays nowhere.
        setQueryCache(null);
        queries = new AtomicReferenceArray<>(thesaurus.size());
        vocabulary = new Vocabulary(reader);
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

    /** What is asked of the index for a group of names. */
    GroupQueries queries(Thesaurus.Group group) throws IOException {
        var known = queries.get(group.number());
        if (known == null) {
            known = new GroupQueries(getIndexReader(), group);
            queries.set(group.number(), known);
        }
        return known;
    }

    StringDocValuesReaderState facet(Facet facet) {
        return Objects.requireNonNull(facets.get(facet));
    }
}
