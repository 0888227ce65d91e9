package org.ketaminecontent.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.live.SearchTexts.Entry;
import org.ketaminecontent.live.Synonyms;

/**
 * The search index of one language. One thread writes; readers see each change as a whole, as soon as it is written,
 * and before it is on disk.
 */
final class LiveIndex implements AutoCloseable {

    static final Similarity SIMILARITY = new FieldSimilarity();

    /** The buffer for new documents in megabytes. */
    private static final double BUFFER = 8;

    private final SearchLanguage language;
    private final IndexDocuments documents;
    private final IndexFolder folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private @Nullable IndexState state;
    private List<Synonyms> synonyms = List.of();
    private Thesaurus thesaurus;

    private LiveIndex(SearchLanguage language, IndexFolder folder, IndexWriter writer, @Nullable IndexState state)
            throws IOException {
        this.language = language;
        this.folder = folder;
        this.writer = writer;
        this.state = state;
        documents = new IndexDocuments(language);
        thesaurus = new Thesaurus(language, synonyms);
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
                return searcher(reader);
            }
        });
    }

    /**
     * Opens the index in a folder.
     *
     * @param build the build of the application; the index of another one is removed
     * @throws IOException if the files are broken, or another process writes to them
     */
    static LiveIndex open(SearchLanguage language, IndexFolder folder, String build) throws IOException {
        var writer = folder.writer(config(language));
        try {
            var data = new HashMap<String, String>();
            var committed = writer.getLiveCommitData();
            if (committed != null) {
                committed.forEach(each -> data.put(each.getKey(), each.getValue()));
            }
            var state = IndexState.of(data, build);
            if (state.isEmpty()) {
                writer.deleteAll();
            } else {
                check(writer);
            }
            return new LiveIndex(language, folder, writer, state.orElse(null));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static IndexWriterConfig config(SearchLanguage language) {
        var byWord = new HashMap<String, Analyzer>();
        byWord.put(IndexFields.WORD, language.words());
        byWord.put(IndexFields.BEGINNING, language.words());
        return new IndexWriterConfig(new PerFieldAnalyzerWrapper(language.stems(), byWord))
                .setSimilarity(SIMILARITY)
                .setRAMBufferSizeMB(BUFFER)
                // Uncommitted changes can be read from the database again.
                .setCommitOnClose(false);
    }

    /** Reads all files completely, so that damage is found before a search. */
    private static void check(IndexWriter writer) throws IOException {
        try (var reader = DirectoryReader.open(writer)) {
            for (var leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
        }
    }

    private LiveSearcher searcher(IndexReader reader) throws IOException {
        var present = state == null ? IndexState.NONE : state;
        if (!present.synonyms().equals(synonyms)) {
            synonyms = present.synonyms();
            thesaurus = new Thesaurus(language, synonyms);
        }
        return new LiveSearcher(reader, present, thesaurus);
    }

    /** The state of the index; empty for a new one. */
    Optional<IndexState> state() {
        return Optional.ofNullable(state);
    }

    SearchLanguage language() {
        return language;
    }

    /** Adds new documents, which become visible with the next {@link #show}. */
    void add(List<Entry> entries) throws IOException {
        for (var entry : entries) {
            writer.addDocument(documents.of(entry));
        }
    }

    /** Adds all documents of another index. */
    void copy(LiveSearcher other) throws IOException {
        for (var leaf : other.getIndexReader().leaves()) {
            writer.addIndexes((CodecReader) leaf.reader());
        }
        state = other.state();
    }

    /** Removes all documents, with the next {@link #show}. */
    void clear() throws IOException {
        writer.deleteAll();
    }

    /**
     * Replaces documents.
     *
     * @param ids the ids of all changed documents
     * @param live those that are still live
     */
    void replace(Collection<UUID> ids, List<Entry> live) throws IOException {
        writer.deleteDocuments(
                ids.stream().map(id -> new Term(IndexFields.ID, id.toString())).toArray(Term[]::new));
        add(live);
    }

    /** Makes changes visible, and then writes them to disk. */
    void show(IndexState next) throws IOException {
        var words =
                next.synonyms().stream().flatMap(each -> each.words().stream()).toList();
        // Written each time, so that a new searcher is opened even if no document of this language changed.
        writer.updateDocument(new Term(IndexFields.ID, IndexFields.WORD), documents.ofWords(IndexFields.WORD, words));
        state = next;
        searchers.maybeRefreshBlocking();
        writer.setLiveCommitData(next.data().entrySet());
        writer.commit();
    }

    /** Merges all documents into one segment, which is searched the fastest. */
    void compact() throws IOException {
        writer.forceMerge(1);
        searchers.maybeRefreshBlocking();
        writer.commit();
    }

    /** The caller must release the searcher. */
    LiveSearcher acquire() throws IOException {
        return (LiveSearcher) searchers.acquire();
    }

    void release(LiveSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /** Stops writing; open searchers remain usable. */
    void giveUp() throws IOException {
        writer.rollback();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        folder.close();
    }
}
