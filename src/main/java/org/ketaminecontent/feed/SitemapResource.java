package org.ketaminecontent.feed;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.Rfc3339;
import org.ketaminecontent.live.RenditionReader;

/**
 * The sitemap with all pages and their latest changes (<a
 * href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>).
 */
@Path("/sitemap.xml")
public class SitemapResource {

    /** The maximum number of addresses in a sitemap (sitemaps.org). */
    private static final int MOST = 50_000;

    private final RenditionReader live;
    private final DocumentReader reader;

    SitemapResource(RenditionReader live, DocumentReader reader) {
        this.live = live;
        this.reader = reader;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> getSitemap(@Context RoutingContext context) {
        var around = reader.everything(context);
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        text.append("<url><loc>").append(around.base()).append("/</loc></url>\n");
        reader.collections()
                .forEach(each -> text.append("<url><loc>")
                        .append(around.base())
                        .append('/')
                        .append(each)
                        .append("</loc></url>\n"));
        live.changed().stream()
                .limit(MOST - reader.collections().size() - 1L)
                .forEach(each -> text.append("<url><loc>")
                        .append(around.base())
                        .append('/')
                        .append(each.name())
                        .append("</loc><lastmod>")
                        .append(Rfc3339.text(each.stamp().at()))
                        .append("</lastmod></url>\n"));
        text.append("</urlset>\n");
        return around.rendering(text.toString(), Map.of())
                .as("application/xml;charset=UTF-8")
                .described();
    }
}
