package org.ketaminecontent.search;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.delivery.ListAddress;
import org.ketaminecontent.delivery.Page;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.http.RequiredParameter;
import org.ketaminecontent.search.Finder.Understood;
import org.ketaminecontent.search.SearchAnswer.Facet;
import org.ketaminecontent.search.SearchAnswer.Hit;
import org.ketaminecontent.search.SearchIndex.Count;
import org.ketaminecontent.search.SearchIndex.Found;

/** Answers what readers search for. */
@ApplicationScoped
public class Searcher {

    private static final String ADVICE =
            "Nothing here holds these words. Try fewer or other words, or the name of a condition or side effect.";

    private final Finder finder;
    private final Surroundings surroundings;

    Searcher(Finder finder, Surroundings surroundings) {
        this.finder = finder;
        this.surroundings = surroundings;
    }

    /** An answer, and what it depends on. */
    record Answered(SearchAnswer answer, Surroundings.Around around) {

        /** The same with links that hold nothing of what was asked. */
        Answered withoutWords() {
            var self = answer.links().self();
            int query = self.indexOf('?');
            var links = new AnswerLinks(query < 0 ? self : self.substring(0, query), null);
            return new Answered(answer.with(links), around);
        }
    }

    /**
     * @param query whose values were checked
     * @param parameters as they stand in the request, for the links of the answer
     */
    public SearchAnswer search(SearchQuery query, Map<String, List<String>> parameters, RoutingContext context) {
        return answer(query, parameters, context).answer();
    }

    Answered answer(SearchQuery query, Map<String, List<String>> parameters, RoutingContext context) {
        var asked = RequiredParameter.text("q", query.q);
        var shape = surroundings.shape(context);
        var address = new ListAddress(shape.href("search"), parameters);
        int offset = query.cursor == null ? 0 : offset(query.cursor, address.fingerprint());
        int limit = query.limit == null ? SearchQuery.DEFAULT_LIMIT : query.limit;
        boolean inCrisis = CrisisLanguage.in(asked);
        var understood = inCrisis ? finder.understandAsWritten(asked) : finder.understand(asked);
        var types = query.types.stream().map(Collection::collection).toList();
        var themes = query.theme.stream().map(Theme::name).toList();
        var found = finder.find(understood, types, themes, offset, limit + 1);
        boolean hasMore = found.size() > limit;
        var hits = (hasMore ? found.subList(0, limit) : found)
                .stream().map(each -> hit(each, understood, shape)).toList();
        var next =
                hasMore ? new Cursor(address.fingerprint(), List.of(String.valueOf(offset + limit))).encoded() : null;
        var around = surroundings.of(inCrisis || found.stream().anyMatch(Found::crisisSupport), shape);
        var answer = new SearchAnswer(
                inCrisis ? around.meta().crisis() : null,
                hits,
                new Page.Info(limit, hasMore, next, null),
                facets(query, understood, types, themes),
                understood.corrected() ? understood.text() : null,
                hits.isEmpty() && !inCrisis ? tried(understood) : null,
                around.meta(),
                address.links(next));
        return new Answered(answer, around);
    }

    private static int offset(String encoded, String fingerprint) {
        var cursor = Cursor.decode(encoded, fingerprint, 1);
        try {
            return Math.max(0, Integer.parseInt(cursor.keys().get(0)));
        } catch (NumberFormatException e) {
            throw Cursor.unreadable();
        }
    }

    private Hit hit(Found found, Understood understood, Shape shape) {
        return new Hit(
                found.id(),
                found.collection(),
                found.slug(),
                found.title(),
                found.summary(),
                found.riskSummary(),
                shape.href(found.collection(), found.slug()),
                found.anchor() == null ? null : new SearchAnswer.Place(found.anchor(), found.heading()),
                new SearchAnswer.Highlights(
                        Highlight.html(found.markedTitle()),
                        Highlight.html(found.markedSummary()),
                        Highlight.html(found.markedSection())),
                finder.matchedBy(understood, found),
                found.related(),
                Math.round(found.score() * 1000) / 1000.0);
    }

    private SearchAnswer.@Nullable Facets facets(
            SearchQuery query, Understood understood, List<String> types, List<String> themes) {
        if (query.facets.isEmpty()) {
            return null;
        }
        var counts = finder.count(understood, types, themes);
        return new SearchAnswer.Facets(
                counted(query, counts, Facet.TYPE, SearchAnswer.TypeCount::new),
                counted(
                        query,
                        counts,
                        Facet.THEME,
                        (value, count) -> new SearchAnswer.ThemeCount(Theme.valueOf(value), count)),
                counted(
                        query,
                        counts,
                        Facet.CERTAINTY,
                        (value, count) -> new SearchAnswer.CertaintyCount(Certainty.valueOf(value), count)));
    }

    private static <T> @Nullable List<T> counted(
            SearchQuery query, List<Count> counts, Facet facet, BiFunction<String, Integer, T> entry) {
        return query.facets.contains(facet)
                ? counts.stream()
                        .filter(count -> count.facet().equalsIgnoreCase(facet.name()))
                        .map(count -> entry.apply(count.value(), count.documents()))
                        .toList()
                : null;
    }

    private static SearchAnswer.Tried tried(Understood understood) {
        return new SearchAnswer.Tried(
                understood.terms().stream().map(term -> term.term().typed()).toList(), ADVICE);
    }
}
