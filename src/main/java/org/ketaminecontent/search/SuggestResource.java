package org.ketaminecontent.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.delivery.ListAddress;
import org.ketaminecontent.http.RequiredParameter;
import org.ketaminecontent.search.SuggestAnswer.Suggestion;

/** Type-ahead for readers' queries. */
@Path("/v1/suggest")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
public class SuggestResource {

    private final Completions completions;
    private final SearchIndex index;
    private final SearchMeta surroundings;
    private final UrgentHelp urgentHelp;
    private final ObjectMapper mapper;

    SuggestResource(
            Completions completions,
            SearchIndex index,
            SearchMeta surroundings,
            UrgentHelp urgentHelp,
            ObjectMapper mapper) {
        this.completions = completions;
        this.index = index;
        this.surroundings = surroundings;
        this.urgentHelp = urgentHelp;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            summary = "Suggest completions",
            description = "Returns titles and other names of documents that contain the words, the last of which may be"
                    + " incomplete.")
    public RestResponse<SuggestAnswer> suggestDocuments(
            @BeanParam SuggestQuery query, @Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        var asked = RequiredParameter.text("q", query.q);
        var deliveryContext = surroundings.deliveryContext(context);
        int limit = query.limit == null ? SuggestQuery.DEFAULT_LIMIT : query.limit;
        var danger = urgentHelp.danger(asked);
        boolean inCrisis = danger.isPresent();
        var completed = completions.complete(asked, limit, !inCrisis);
        var suggestions = completed.completions().stream()
                .map(each -> suggestion(each, deliveryContext))
                .toList();
        var around = surroundings.of(inCrisis, deliveryContext, completed.state());
        var links = new ListAddress(deliveryContext.href("suggest"), uri.getQueryParameters()).links(null);
        var urgent = danger.map(each -> urgentHelp.answer(each, completed.state(), deliveryContext))
                .orElse(null);
        var meta = around.meta().brief();
        var answer = new SuggestAnswer(
                urgent,
                suggestions,
                index.isStale(),
                urgent == null ? meta : meta.with(urgent.asEverywhere()),
                new SuggestAnswer.SuggestLinks(links.self()));
        return around.rendering(mapper.writeValueAsString(answer), links.byRelation())
                .described();
    }

    private static Suggestion suggestion(Completions.Completion completion, DeliveryContext deliveryContext) {
        var document = completion.document();
        return new Suggestion(
                completion.name(),
                document.collection(),
                document.slug(),
                document.title(),
                deliveryContext.linksTo(document.collection(), document.slug()));
    }
}
