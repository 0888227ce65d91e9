package org.ketaminecontent.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.ParameterCheck;

/** Draws the picture that others show with a link to a document's page. */
@Path("/cards")
public class SocialCardResource {

    private static final Logger LOG = Logger.getLogger(SocialCardResource.class);
    private static final String PNG = "image/png";

    /** Drawing takes some hundredths of a second, and whoever shows links asks often. */
    private static final int MOST = 200;

    private final Cache<Card, byte[]> drawn =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final AtomicBoolean isTold = new AtomicBoolean();
    private final DocumentReader reader;
    private final ContentTypes contentTypes;

    SocialCardResource(DocumentReader reader, ContentTypes contentTypes) {
        this.reader = reader;
        this.contentTypes = contentTypes;
    }

    /** All that a picture shows. */
    private record Card(String kind, String title) {}

    @GET
    @Path("/{collection}/{slug}.png")
    @Produces(PNG)
    @Operation(hidden = true)
    public Response showCard(
            @RestPath String collection, @RestPath String slug, @Context RoutingContext context, @Context UriInfo uri) {
        ParameterCheck.check(uri.getQueryParameters(), Map.of());
        if (!reader.has(collection)) {
            throw new Failure(
                    ErrorCode.NOT_FOUND,
                    "There is nothing at " + context.request().path() + ".");
        }
        var read = reader.read(collection, slug, "", context, uri);
        var card = new Card(
                contentTypes.named(collection).singular(),
                read.document().leaf().title());
        try {
            return cached(Response.ok(drawn.get(card, each -> SocialCard.png(each.kind(), each.title())), PNG));
        } catch (LinkageError | InternalError | RuntimeException e) {
            if (!isTold.getAndSet(true)) {
                LOG.warnf("Cards of documents cannot be drawn, because this machine has no fonts: %s", e);
            }
            return cached(Response.temporaryRedirect(URI.create(read.around().base() + "/assets/card.png")));
        }
    }

    private static Response cached(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "public, max-age=86400").build();
    }
}
