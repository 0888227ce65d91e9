package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.delivery.Languages;

/** Suggests completions from titles and other names. */
@ApplicationScoped
class Completions {

    /** The weight of titles that begin with the text. */
    private static final float TITLE_BEGINS = 4;

    /** The weight of content over references and contacts, which few search for by name. */
    private static final float OF_CONTENT = 2;

    /** Among equals, the shorter name is closer to the text. */
    private static final Sort ORDER = new Sort(
            SortField.FIELD_SCORE, new SortField(IndexFields.TITLE_LENGTH, SortField.Type.LONG), SortField.FIELD_DOC);

    /** The collections whose titles rank below those of others. */
    private final List<BytesRef> aside;

    private final SearchIndex index;
    private final SearchLanguage language = new SearchLanguage(Languages.DEFAULT);

    Completions(SearchIndex index, ContentTypes contentTypes) {
        aside = contentTypes.sources().stream()
                .map(each -> new BytesRef(each.collection()))
                .toList();
        this.index = index;
    }

    /**
     * The completions.
     *
     * @param state the state of the index
     */
    record Completed(List<Completion> completions, IndexState state) {}

    /** A document with its matching name. */
    record Completion(String name, StoredHit document) {}

    /** @param mayGuess whether words may be misspelled */
    Completed complete(String written, int limit, boolean mayGuess) {
        return index.read(searcher -> {
            var words = language.words(QueryWords.plain(written));
            var found = completed(searcher, words, limit);
            if (found.isEmpty() && mayGuess) {
                found = completed(searcher, guessed(searcher, words), limit);
            }
            return new Completed(found, searcher.state());
        });
    }

    private static List<String> guessed(LiveSearcher searcher, List<String> words) throws IOException {
        var guessed = new ArrayList<String>();
        for (var word : words) {
            guessed.add(
                    searcher.vocabulary().corrected(IndexFields.BEGINNING, word).orElse(word));
        }
        return guessed;
    }

    private List<Completion> completed(LiveSearcher searcher, List<String> words, int limit) throws IOException {
        if (words.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Completion>();
        for (var each : searcher.search(query(words), limit, ORDER).scoreDocs) {
            var document = searcher.hit(each.doc);
            found.add(new Completion(fitting(document, words), document));
        }
        return found;
    }

    private Query query(List<String> words) {
        var query = new BooleanQuery.Builder();
        int last = words.size() - 1;
        words.subList(0, last)
                .forEach(word -> query.add(new TermQuery(new Term(IndexFields.BEGINNING, word)), Occur.FILTER));
        query.add(new PrefixQuery(new Term(IndexFields.BEGINNING, words.get(last))), Occur.FILTER);
        query.add(
                scored(
                        new PrefixQuery(new Term(
                                IndexFields.WHOLE_TITLE, String.join(" ", words).toLowerCase(Locale.ROOT))),
                        TITLE_BEGINS),
                Occur.SHOULD);
        var content = new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.SHOULD)
                .add(new TermInSetQuery(IndexFields.COLLECTION, aside), Occur.MUST_NOT)
                .build();
        query.add(scored(content, OF_CONTENT), Occur.SHOULD);
        return query.build();
    }

    private static Query scored(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** The name that these words begin. */
    private String fitting(StoredHit document, List<String> words) {
        return Stream.concat(Stream.of(document.title()), document.names().stream())
                .filter(name -> continues(language.words(name), words))
                .findFirst()
                .orElse(document.title());
    }

    private static boolean continues(List<String> name, List<String> words) {
        var last = words.get(words.size() - 1);
        return name.containsAll(words.subList(0, words.size() - 1))
                && name.stream().anyMatch(word -> word.startsWith(last));
    }
}
