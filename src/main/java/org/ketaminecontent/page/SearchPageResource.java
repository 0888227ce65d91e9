package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.danger.DangerLevel;
import org.ketaminecontent.danger.DangerRecognition;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.search.SearchAnswer;
import org.ketaminecontent.search.SearchCounts;
import org.ketaminecontent.search.SearchQuery;
import org.ketaminecontent.search.Searcher;

/** The search as a page. What people look up about their health is private: it is stored nowhere on the way. */
@Path("/search")
public class SearchPageResource {

    private static final String TYPES = "types";
    private static final String REFERENCES = "references";

    private final Searcher searcher;
    private final StartingPoints startingPoints;
    private final Map<String, QueryParameter> parameters;
    private final ContentTypes contentTypes;
    private final SearchCounts counts;
    private final DangerRecognition recognition;

    SearchPageResource(
            Searcher searcher,
            StartingPoints startingPoints,
            ContentTypes contentTypes,
            SearchCounts counts,
            DangerRecognition recognition) {
        this.counts = counts;
        this.recognition = recognition;
        this.contentTypes = contentTypes;
        this.searcher = searcher;
        this.startingPoints = startingPoints;
        var names = contentTypes.inOrder().stream()
                .map(contentType -> contentType.collection())
                .toArray(String[]::new);
        parameters = Map.of(
                "q",
                QueryParameter.text("q", "[\\s\\S]*", 200, ""),
                TYPES,
                QueryParameter.oneOf(TYPES, names),
                "cursor",
                QueryParameter.text("cursor", ".+", 2000, ""));
    }

    @GET
    @Produces(PageFrame.HTML)
    @Operation(hidden = true)
    public RestResponse<String> showSearch(@Context RoutingContext context, @Context UriInfo uri) {
        var given = uri.getQueryParameters();
        var asked = given.getFirst("q");
        boolean isEmpty = asked == null || asked.isBlank();
        if (!isEmpty) {
            ParameterCheck.check(given, parameters);
        }
        var around = searcher.around(context);
        var url = around.base() + "/search";
        var frame = new PageFrame(around.base(), url, "Search", null, around.meta(), null, null);
        // An empty box that is sent off is no mistake.
        return isEmpty
                ? rendering(empty(frame, context), around).described()
                : found(frame, asked, given, around, context).described();
    }

    private static CacheableAnswer rendering(SearchPage page, DocumentReader.Around around) {
        return page.frame()
                .rendering(page.render(), around, Map.of())
                .with("Referrer-Policy", "no-referrer")
                .with("X-Robots-Tag", "noindex")
                .privately();
    }

    private CacheableAnswer found(
            PageFrame frame,
            String asked,
            Map<String, List<String>> given,
            DocumentReader.Around around,
            RoutingContext context) {
        var answer = searcher.search(query(asked, first(given, TYPES), first(given, "cursor")), given, context);
        return rendering(found(frame, asked, given, answer, context), around).counted(counts.of(answer));
    }

    private SearchPage empty(PageFrame frame, RoutingContext context) {
        var more = List.of(questions(frame, context));
        return new SearchPage(
                frame, "", null, null, false, null, List.of(), null, List.of(), List.of(), null, more, null);
    }

    private SearchPage found(
            PageFrame frame,
            String asked,
            Map<String, List<String>> given,
            SearchAnswer answer,
            RoutingContext context) {
        var chosen = first(given, TYPES);
        boolean isFirst = !given.containsKey("cursor");
        var crisis = answer.crisis();
        var hits = new ArrayList<SearchPage.Hit>();
        var papers = new ArrayList<SearchPage.Hit>();
        answer.data()
                .forEach(hit -> (hit.type().equals(REFERENCES) && !REFERENCES.equals(chosen) ? papers : hits)
                        .add(hit(hit, frame.base())));
        var best = isFirst && crisis == null && !answer.weak() && !hits.isEmpty() ? hits.remove(0) : null;
        var tried = answer.tried();
        return new SearchPage(
                frame,
                asked,
                crisis,
                crisis == null ? null : recognition.contactWords(crisis.lang()),
                crisis != null && crisis.level() == DangerLevel.CERTAIN,
                answer.didYouMean(),
                kinds(frame, asked, chosen, context),
                best,
                hits,
                papers,
                tried == null ? null : tried.advice(),
                tried == null ? List.of() : more(frame, context),
                next(frame, asked, chosen, answer.page().nextCursor()));
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.get(name);
        return values == null ? null : values.get(0);
    }

    private static SearchQuery query(String asked, @Nullable String chosen, @Nullable String cursor) {
        var query = new SearchQuery();
        query.q = asked;
        query.cursor = cursor;
        query.types = chosen == null ? List.of() : List.of(chosen);
        return query;
    }

    /** The kinds among all that was found, whichever of them is chosen. */
    private List<SearchPage.Kind> kinds(
            PageFrame frame, String asked, @Nullable String chosen, RoutingContext context) {
        var query = query(asked, null, null);
        query.limit = 1;
        query.facets = List.of(SearchAnswer.Facet.TYPE);
        var facets = searcher.search(query, Map.of(), context).facets();
        var counts = facets == null ? null : facets.type();
        return counts == null || counts.size() < 2
                ? List.of()
                : counts.stream()
                        .map(each -> new SearchPage.Kind(
                                contentTypes.named(each.value()).plural(),
                                each.count(),
                                each.value().equals(chosen)
                                        ? address(frame, asked, null)
                                        : address(frame, asked, each.value()),
                                each.value().equals(chosen)))
                        .toList();
    }

    /** Places to go on: somebody whose words fit nothing has a question all the same. */
    private List<DocumentView.Group> more(PageFrame frame, RoutingContext context) {
        var medicines = startingPoints.medicines(frame.base(), context);
        return Stream.concat(
                        medicines.isEmpty()
                                ? Stream.empty()
                                : Stream.of(new DocumentView.Group("If you looked for a medicine", medicines)),
                        Stream.of(questions(frame, context)))
                .toList();
    }

    private DocumentView.Group questions(PageFrame frame, RoutingContext context) {
        return new DocumentView.Group("What others ask", startingPoints.questions(frame.base(), context));
    }

    private static String address(PageFrame frame, String asked, @Nullable String chosen) {
        return frame.url() + "?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)
                + (chosen == null ? "" : "&types=" + chosen);
    }

    private static @Nullable String next(
            PageFrame frame, String asked, @Nullable String chosen, @Nullable String cursor) {
        return cursor == null ? null : address(frame, asked, chosen) + "&cursor=" + cursor;
    }

    private SearchPage.Hit hit(SearchAnswer.Hit hit, String base) {
        var section = hit.section();
        var page = base + "/" + hit.type() + "/" + hit.slug();
        var words = hit.highlights().section();
        return new SearchPage.Hit(
                contentTypes.named(hit.type()).singular(),
                hit.title(),
                section == null ? page : page + "#" + section.anchor(),
                Objects.requireNonNullElse(hit.summary(), ""),
                words.isBlank() ? hit.highlights().summary() : words,
                hit.riskSummary(),
                hit.related());
    }
}
