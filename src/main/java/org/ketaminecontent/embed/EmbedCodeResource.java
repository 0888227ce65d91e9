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
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.delivery.ListAddress;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.RequiredParameter;

/** Gives the HTML that puts a document into a page. */
@Path("/v1/embed-code")
@Tag(name = "Embedding", description = "Documents in other pages.")
@Produces(MediaType.APPLICATION_JSON)
public class EmbedCodeResource {

    private final DocumentReader reader;
    private final Snippets snippets;
    private final RequestFacts facts;
    private final ObjectMapper mapper;

    EmbedCodeResource(DocumentReader reader, Snippets snippets, RequestFacts facts, ObjectMapper mapper) {
        this.reader = reader;
        this.snippets = snippets;
        this.facts = facts;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            summary = "Get the HTML that embeds a document",
            description =
                    "Ready to paste, with integrity digests and the sandbox list that keeps telephone links working.")
    public RestResponse<EmbedCode> getEmbedCode(
            @BeanParam EmbedCodeQuery query, @Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        var base = facts.base(context);
        var subject = EmbedTarget.of(RequiredParameter.text("url", query.url), base);
        var given = new HashMap<>(uri.getQueryParameters());
        given.keySet().retainAll(EmbedStyle.PARAMETERS.keySet());
        var looks = EmbedStyle.of(given, EmbedStyle.PARAMETERS);
        if (!reader.has(subject.collection())) {
            throw EmbedTarget.unknown(base);
        }
        var read = reader.read(subject.collection(), subject.slug(), "", context, uri);
        subject.check(read.document());
        var shown = snippets.shown(read, subject, looks);
        var self = new ListAddress(base + "/v1/embed-code", uri.getQueryParameters())
                .links(null)
                .self();
        var links = new EmbedCode.EmbedCodeLinks(
                self, shown.url(), shown.frame(), OembedResource.address(base, shown.url(), "json"));
        var answer = new EmbedCode(snippets.all(shown, query.flavour), shown.meta(), links);
        return read.around()
                .rendering(mapper.writeValueAsString(answer), new AnswerLinks(self, null).byRelation())
                .described();
    }
}
