package org.ketaminecontent.search;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.delivery.ListAddress;
import org.ketaminecontent.delivery.Page;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.http.RequiredParameter;
import org.ketaminecontent.search.SearchAnswer.Hit;

/** Answers searches. */
@ApplicationScoped
public class Searcher {

    private static final String NOTHING =
            "No document matches. This content is about ketamine therapy: try fewer or other words, or the name of a"
                    + " condition or side effect.";
    private static final String WEAK =
            "These may not be what you are looking for. This content is about ketamine therapy: try other words, or"
                    + " the name of a condition or side effect.";

    private final ContentTypes contentTypes;
    private final DocumentFinder finder;
    private final SearchIndex index;
    private final SearchMeta surroundings;
    private final UrgentHelp urgentHelp;

    Searcher(
            ContentTypes contentTypes,
            DocumentFinder finder,
            SearchIndex index,
            SearchMeta surroundings,
            UrgentHelp urgentHelp) {
        this.contentTypes = contentTypes;
        this.finder = finder;
        this.index = index;
        this.surroundings = surroundings;
        this.urgentHelp = urgentHelp;
    }

    /** An answer with its common parts. */
    record Answered(SearchAnswer answer, SearchMeta.Around around) {

        /** The same with links without the query. */
        Answered withoutWords() {
            var self = answer.links().self();
            int query = self.indexOf('?');
            var links = new AnswerLinks(query < 0 ? self : self.substring(0, query), null);
            return new Answered(answer.with(links), around);
        }
    }

    /**
     * @param query the validated query
     * @param parameters the parameters of the request, for links
     */
    public SearchAnswer search(SearchQuery query, Map<String, List<String>> parameters, RoutingContext context) {
        return answer(query, parameters, context).answer();
    }

    /** The common parts of a page of the search. */
    public DocumentReader.Around around(RoutingContext context) {
        var deliveryContext = surroundings.deliveryContext(context);
        var around = surroundings.of(true, deliveryContext, index.state());
        return new DocumentReader.Around(
                deliveryContext.base(), around.meta(), Set.of(SearchIndex.KEY), around.lastModified());
    }

    Answered answer(SearchQuery query, Map<String, List<String>> parameters, RoutingContext context) {
        var asked = RequiredParameter.text("q", query.q);
        var deliveryContext = surroundings.deliveryContext(context);
        var address = new ListAddress(deliveryContext.href("search"), parameters);
        int offset = query.cursor == null ? 0 : offset(query.cursor, address.fingerprint());
        int limit = query.limit == null ? SearchQuery.DEFAULT_LIMIT : query.limit;
        var danger = urgentHelp.danger(asked);
        boolean inCrisis = danger.isPresent();
        var filters = new Ranking.Filters(
                query.types, query.theme.stream().map(Theme::name).toList());
        var found = finder.find(new DocumentFinder.Question(asked, inCrisis, filters, query.facets, offset, limit));
        var next = found.hasMore()
                ? new Cursor(address.fingerprint(), List.of(String.valueOf(offset + limit))).encoded()
                : null;
        var around = surroundings.of(inCrisis || found.needsCrisis(), deliveryContext, found.state());
        var urgent = danger.map(each -> urgentHelp.answer(each, found.state(), deliveryContext))
                .orElse(null);
        var meta = around.meta().brief();
        var answer = new SearchAnswer(
                urgent,
                found.hits().stream().map(each -> hit(each, deliveryContext)).toList(),
                found.weak(),
                new Page.Info(limit, found.hasMore(), next, null),
                found.facets(),
                found.understood().corrected() ? found.understood().text() : null,
                inCrisis ? null : tried(found, deliveryContext),
                index.isStale(),
                urgent == null ? meta : meta.with(urgent.asEverywhere()),
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

    private static Hit hit(SearchHits.Hit found, DeliveryContext deliveryContext) {
        var document = found.document();
        var passage = found.passage();
        var place = passage.html().isEmpty() ? null : document.place(passage.start());
        return new Hit(
                document.id(),
                document.collection(),
                document.slug(),
                document.title(),
                document.summary(),
                document.riskSummary(),
                deliveryContext.linksTo(document.collection(), document.slug()),
                place == null || place.anchor() == null
                        ? null
                        : new SearchAnswer.Place(place.anchor(), place.heading()),
                new SearchAnswer.Highlights(found.title(), found.summary(), passage.html()),
                found.matchedBy(),
                found.related(),
                Math.round(found.score() * 1000) / 1000.0);
    }

    private SearchAnswer.@Nullable Tried tried(SearchHits found, DeliveryContext deliveryContext) {
        if (!found.hits().isEmpty() && !found.weak()) {
            return null;
        }
        return new SearchAnswer.Tried(
                found.understood().concepts().stream().map(Concept::typed).toList(),
                found.hits().isEmpty() ? NOTHING : WEAK,
                contentTypes.articles().stream()
                        .map(ContentType::collection)
                        .map(each -> new SearchAnswer.TriedPlace(each, deliveryContext.href(each)))
                        .toList());
    }
}
