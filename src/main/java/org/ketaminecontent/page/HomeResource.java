package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.delivery.IndexResource;

/** The portal: the search, what there is to read, and how to use it elsewhere. */
@Path("/")
public class HomeResource {

    private final IndexResource indexResource;
    private final DocumentReader reader;

    HomeResource(IndexResource indexResource, DocumentReader reader) {
        this.indexResource = indexResource;
        this.reader = reader;
    }

    @GET
    @Produces(PageFrame.HTML)
    @Operation(hidden = true)
    public RestResponse<String> showHome(@Context RoutingContext context) {
        var around = reader.everything(context);
        var base = around.base();
        var frame = new PageFrame(
                base,
                base + "/",
                "What is known about ketamine therapy",
                "Checked, balanced and cited content about ketamine therapy. Information, not medical advice.",
                around.meta(),
                null,
                null);
        var page = new HomePage(frame, indexResource.index(base));
        return frame.rendering(page.render(), around, frame.links()).described();
    }
}
