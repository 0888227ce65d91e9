package org.ketaminecontent.feed;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.DocumentReader;

/** The robots.txt file (RFC 9309), which allows everything. Frames exclude themselves from indexing. */
@Path("/robots.txt")
public class RobotsResource {

    private final DocumentReader reader;

    RobotsResource(DocumentReader reader) {
        this.reader = reader;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> getRobots(@Context RoutingContext context) {
        var around = reader.everything(context);
        var text = "User-agent: *\nDisallow: /search\n\nSitemap: " + around.base() + "/sitemap.xml\n";
        return around.rendering(text, Map.of()).as("text/plain;charset=UTF-8").described();
    }
}
