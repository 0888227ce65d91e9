package org.ketaminecontent.feed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
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

    /** A document's page with its latest change (RFC 3339). */
    record Address(String name, String lastmod) {}

    /** The template {@code templates/sitemap.xml}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Sitemap(String base, List<String> collections, List<Address> documents) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public RestResponse<String> getSitemap(@Context RoutingContext context) {
        var around = reader.everything(context);
        var collections = reader.collections();
        var documents = live.changed().stream()
                .limit(MOST - collections.size() - 1L)
                .map(each -> new Address(each.name(), Rfc3339.text(each.stamp().at())))
                .toList();
        var text = new Sitemap(around.base(), collections, documents).render();
        return around.rendering(text, Map.of())
                .as("application/xml;charset=UTF-8")
                .described();
    }
}
