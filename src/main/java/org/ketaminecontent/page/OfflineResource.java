package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.DocumentReader;

/** The page that a browser shows without a connection, in place of one that it does not keep. */
@Path("/offline")
public class OfflineResource {

    private final DocumentReader reader;

    OfflineResource(DocumentReader reader) {
        this.reader = reader;
    }

    /** {@code templates/offline-page.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OfflinePage(PageFrame frame) implements TemplateInstance {}

    @GET
    @Produces(PageFrame.HTML)
    @Operation(hidden = true)
    public RestResponse<String> showOffline(@Context RoutingContext context) {
        var around = reader.everything(context);
        var url = around.base() + "/offline";
        var frame = new PageFrame(around.base(), url, "No connection", null, around.meta(), null, null);
        return frame.rendering(new OfflinePage(frame).render(), around, Map.of())
                .with("X-Robots-Tag", "noindex")
                .described();
    }
}
