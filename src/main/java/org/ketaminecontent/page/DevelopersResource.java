package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.delivery.ContentIndexResource;
import org.ketaminecontent.delivery.DocumentReader;

/** The home of developers: what the API holds, first calls, and where all of it is described. */
@Path("/developers")
public class DevelopersResource {

    private final ContentIndexResource indexResource;
    private final DocumentReader reader;
    private final ContentTypes contentTypes;

    DevelopersResource(ContentIndexResource indexResource, DocumentReader reader, ContentTypes contentTypes) {
        this.contentTypes = contentTypes;
        this.indexResource = indexResource;
        this.reader = reader;
    }

    @GET
    @Produces(PageFrame.HTML)
    @Operation(hidden = true)
    public RestResponse<String> showDevelopers(@Context RoutingContext context) {
        var around = reader.everything(context);
        var base = around.base();
        var frame = new PageFrame(
                base,
                base + "/developers",
                "For developers",
                "Cited content about ketamine therapy over REST, without a key: first calls, clients and the description.",
                around.meta(),
                null,
                null);
        var index = indexResource.index(base);
        var collections = index.data().stream()
                .map(each -> new DevelopersPage.Row(contentTypes.named(each.type()), each.count()))
                .toList();
        var page = new DevelopersPage(frame, index.links(), collections);
        return frame.rendering(page.render(), around, frame.links()).described();
    }
}
