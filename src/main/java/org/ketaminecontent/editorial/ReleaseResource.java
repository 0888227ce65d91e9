package org.ketaminecontent.editorial;

import static org.ketaminecontent.http.SentJson.read;
import static org.ketaminecontent.http.SentJson.tree;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Gate;
import org.ketaminecontent.access.Needs;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.SentJson;

/** Publishes and takes back several documents together. */
@Path("/editorial/v1/releases")
@Tag(name = "Releases", description = "Several documents in one transaction.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReleaseResource {

    private static final int MOST = 100;

    private final Desk desk;
    private final Once once;
    private final RequestFacts facts;

    ReleaseResource(Desk desk, Once once, RequestFacts facts) {
        this.desk = desk;
        this.once = once;
        this.facts = facts;
    }

    /** What became live and what was taken back. */
    @Schema(name = "Released")
    public record Released(String title, List<EditorialDocument> data) {}

    @POST
    @Needs(Right.PUBLISH)
    @Operation(
            summary = "Publish and withdraw several documents: all of them, or none",
            description = "Documents may point to each other: what counts is what is live afterwards.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Requests.Release.class)))
    public RestResponse<Released> release(byte @Nullable [] body, @Context RoutingContext context) {
        return once.answer(context, body, () -> {
            var release = read(tree(body), Requests.Release.class);
            var title = Requests.text("/title", release.title());
            var going = release.going();
            var leaving = release.leaving();
            int size = going.size() + leaving.size();
            if (size == 0 || size > MOST) {
                throw SentJson.invalid(List.of(SentJson.detail("", "must name 1 to " + MOST + " documents")));
            }
            var base = facts.base(context);
            var works = desk.release(Gate.actor(context), title, going, leaving).stream()
                    .map(work -> EditorialDocument.of(work, null, base))
                    .toList();
            return new Once.Outcome(RestResponse.StatusCode.OK, Map.of(), new Released(title, works));
        });
    }
}
