package org.ketaminecontent.embed;

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
import java.util.HashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.delivery.ListAddress;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.RequiredParameter;

/** Gives the HTML that puts content into a page. */
@Path("/v1/embed-code")
@Tag(name = "Embedding", description = "Content in other pages.")
@Produces(MediaType.APPLICATION_JSON)
public class EmbedCodeResource {

    private final Embeds embeds;
    private final Snippets snippets;
    private final RequestFacts facts;
    private final ObjectMapper mapper;

    EmbedCodeResource(Embeds embeds, Snippets snippets, RequestFacts facts, ObjectMapper mapper) {
        this.embeds = embeds;
        this.snippets = snippets;
        this.facts = facts;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            summary = "Get the HTML that embeds content",
            description =
                    "Ready to paste, with integrity digests and the sandbox list that keeps telephone links working.")
    public RestResponse<EmbedCode> getEmbedCode(
            @BeanParam EmbedCodeQuery query, @Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        var base = facts.base(context);
        var target = EmbedTarget.of(RequiredParameter.text("url", query.url), base);
        var given = new HashMap<>(uri.getQueryParameters());
        given.keySet().retainAll(EmbedStyle.PARAMETERS.keySet());
        var content = embeds.read(target, EmbedStyle.of(given, EmbedStyle.PARAMETERS), context, uri);
        var self = new ListAddress(base + "/v1/embed-code", uri.getQueryParameters())
                .links(null)
                .self();
        var links = new EmbedCode.EmbedCodeLinks(
                self, content.url(), content.frame(), OembedResource.address(content, "json"));
        var mended = content.looks().mended().stream()
                .map(each -> new EmbedCode.MendedColor(each.parameter(), each.asked(), each.shown(), each.ground()))
                .toList();
        var answer = new EmbedCode(snippets.all(content, query.flavour), mended, content.meta(), links);
        return content.around()
                .rendering(mapper.writeValueAsString(answer), new AnswerLinks(self, null).byRelation())
                .described();
    }
}
