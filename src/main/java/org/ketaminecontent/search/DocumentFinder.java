package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.search.Ranking.Filters;
import org.ketaminecontent.search.Ranking.Ranked;
import org.ketaminecontent.search.SearchAnswer.Facet;

/** Finds documents about given words. */
@ApplicationScoped
class DocumentFinder {

    /** A low threshold, since names in code systems contain words such as "unspecified" that nobody else uses. */
    private static final double SPEAKING = 0.3;

    private final SearchIndex index;
    private final SearchLanguage language = new SearchLanguage(Languages.DEFAULT);

    DocumentFinder(SearchIndex index) {
        this.index = index;
    }

    /**
     * A search.
     *
     * @param asWritten whether words are taken literally, without correction
     */
    record Question(String asked, boolean asWritten, Filters filters, List<Facet> facets, int offset, int limit) {}

    SearchHits find(Question question) {
        return index.read(searcher -> find(question, searcher));
    }

    /** The documents about something, the best first; none if nothing fits well. */
    List<StoredHit> speakingOf(String words, Filters filters, int limit) {
        return index.read(searcher -> {
            var understood = new QueryReader(searcher, language).read(words);
            var found = new ArrayList<StoredHit>();
            for (var each : new Ranking(searcher, understood, filters).best()) {
                if (found.size() < limit && each.share() >= SPEAKING) {
                    found.add(searcher.hit(each.document()));
                }
            }
            return found;
        });
    }

    private SearchHits find(Question question, LiveSearcher searcher) throws IOException {
        var reader = new QueryReader(searcher, language);
        var understood = question.asWritten() ? reader.readAsWritten(question.asked()) : reader.read(question.asked());
        var ranking = new Ranking(searcher, understood, question.filters());
        var best = ranking.best();
        int end = Math.min(best.size(), question.offset() + question.limit());
        var page = best.subList(Math.min(question.offset(), end), end);
        return new SearchHits(
                understood,
                hits(searcher, understood, ranking.relevance(), page),
                !best.isEmpty() && best.get(0).share() < Ranking.WEAK,
                end < best.size(),
                facets(question.facets(), searcher, ranking),
                searcher.state());
    }

    private List<SearchHits.Hit> hits(
            LiveSearcher searcher, ParsedQuestion understood, Relevance relevance, List<Ranked> page)
            throws IOException {
        Set<Integer> sorted = new TreeSet<>();
        page.forEach(each -> sorted.add(each.document()));
        var documents = List.copyOf(sorted);
        var finder = new MatchSpanFinder(searcher, understood);
        var inTitles = finder.in(TextField.TITLE, documents);
        var inSummaries = finder.in(TextField.SUMMARY, documents);
        var inBodies = finder.in(TextField.BODY, documents);
        var matching = new Matching(searcher, understood, language, documents);
        var hits = new ArrayList<SearchHits.Hit>();
        for (var each : page) {
            int id = each.document();
            var stored = searcher.hit(id);
            var parts =
                    stored.places().stream().map(SearchableBody.Place::offset).toList();
            hits.add(new SearchHits.Hit(
                    stored,
                    SentenceHighlighter.whole(stored.title(), inTitles.getOrDefault(id, List.of())),
                    SentenceHighlighter.whole(stored.summary(), inSummaries.getOrDefault(id, List.of())),
                    SentenceHighlighter.best(
                            stored.body(), inBodies.getOrDefault(id, List.of()), relevance::weight, parts),
                    stored.codes().stream().anyMatch(understood.codes()::contains) ? MatchedBy.EXACT : matching.of(id),
                    each.related(),
                    each.score()));
        }
        return hits;
    }

    private static SearchAnswer.@Nullable Facets facets(List<Facet> wanted, LiveSearcher searcher, Ranking ranking)
            throws IOException {
        if (wanted.isEmpty()) {
            return null;
        }
        var counts = new FacetCounts(searcher, ranking.hits());
        return new SearchAnswer.Facets(
                wanted.contains(Facet.TYPE) ? counts.of(Facet.TYPE, SearchAnswer.TypeCount::new) : null,
                wanted.contains(Facet.THEME)
                        ? counts.of(
                                Facet.THEME, (value, count) -> new SearchAnswer.ThemeCount(Theme.valueOf(value), count))
                        : null,
                wanted.contains(Facet.CERTAINTY)
                        ? counts.of(
                                Facet.CERTAINTY,
                                (value, count) -> new SearchAnswer.CertaintyCount(Certainty.valueOf(value), count))
                        : null);
    }
}
