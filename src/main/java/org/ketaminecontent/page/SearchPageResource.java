package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.danger.DangerLevel;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.search.SearchAnswer;
import org.ketaminecontent.search.SearchQuery;
import org.ketaminecontent.search.Searcher;

/** The search as a page. What people look up about their health is private: it is stored nowhere on the way. */
@Path("/search")
public class SearchPageResource {

    private static final Map<String, QueryParameter> PARAMETERS = Map.of(
            "q", QueryParameter.text("q", "[\\s\\S]*", 200, ""),
            "cursor", QueryParameter.text("cursor", ".+", 2000, ""));

    private final Searcher searcher;

    SearchPageResource(Searcher searcher) {
        this.searcher = searcher;
    }

    @GET
    @Produces(PageFrame.HTML)
    @Operation(hidden = true)
    public RestResponse<String> showSearch(@Context RoutingContext context, @Context UriInfo uri) {
        var parameters = uri.getQueryParameters();
        var asked = parameters.getFirst("q");
        boolean isEmpty = asked == null || asked.isBlank();
        if (!isEmpty) {
            ParameterCheck.check(parameters, PARAMETERS);
        }
        var around = searcher.around(context);
        var url = around.base() + "/search";
        var frame = new PageFrame(around.base(), url, "Search", null, around.meta(), null, null);
        // An empty box that is sent off is no mistake.
        var page = isEmpty
                ? new SearchPage(frame, "", null, false, null, List.of(), null, null)
                : found(frame, asked, parameters, context);
        return frame.rendering(page.render(), around, Map.of())
                .with("Referrer-Policy", "no-referrer")
                .with("X-Robots-Tag", "noindex")
                .privately()
                .described();
    }

    private SearchPage found(
            PageFrame frame, String asked, Map<String, List<String>> parameters, RoutingContext context) {
        var query = new SearchQuery();
        query.q = asked;
        query.cursor =
                parameters.containsKey("cursor") ? parameters.get("cursor").get(0) : null;
        var answer = searcher.search(query, parameters, context);
        var hits = answer.data().stream().map(hit -> hit(hit, frame.base())).toList();
        var tried = answer.tried();
        return new SearchPage(
                frame,
                asked,
                answer.crisis(),
                answer.crisis() != null && answer.crisis().level() == DangerLevel.CERTAIN,
                answer.didYouMean(),
                hits,
                tried == null ? null : tried.advice(),
                next(frame, asked, answer.page().nextCursor()));
    }

    private static @Nullable String next(PageFrame frame, String asked, @Nullable String cursor) {
        return cursor == null
                ? null
                : frame.url() + "?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) + "&cursor=" + cursor;
    }

    private static SearchPage.Hit hit(SearchAnswer.Hit hit, String base) {
        var section = hit.section();
        var page = base + "/" + hit.type() + "/" + hit.slug();
        return new SearchPage.Hit(
                Names.one(hit.type()),
                hit.title(),
                section == null ? page : page + "#" + section.anchor(),
                hit.highlights().section().isBlank()
                        ? hit.highlights().summary()
                        : hit.highlights().section(),
                hit.riskSummary(),
                hit.related());
    }
}
