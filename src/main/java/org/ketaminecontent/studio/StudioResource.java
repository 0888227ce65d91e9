package org.ketaminecontent.studio;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.ContentTypeLookup;
import org.ketaminecontent.editorial.EditorialDocument;
import org.ketaminecontent.editorial.Reviews;
import org.ketaminecontent.editorial.WorkQuery;
import org.ketaminecontent.editorial.WorkReader;
import org.ketaminecontent.editorial.WorkState;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** The pages on which people write, review and publish. They need no script. */
@Path("/studio")
@Produces(StudioPages.HTML)
public class StudioResource {

    private final WorkReader documents;
    private final Reviews reviews;
    private final ContentTypeLookup contentTypes;
    private final Clock clock;
    private final StudioSession session;
    private final Authorization authorization;
    private final RequestFacts facts;
    private final StudioPages pages;

    StudioResource(
            WorkReader documents,
            Reviews reviews,
            ContentTypeLookup contentTypes,
            Clock clock,
            StudioSession session,
            Authorization authorization,
            RequestFacts facts,
            StudioPages pages) {
        this.documents = documents;
        this.reviews = reviews;
        this.contentTypes = contentTypes;
        this.clock = clock;
        this.session = session;
        this.authorization = authorization;
        this.facts = facts;
        this.pages = pages;
    }

    @GET
    @Path("/sign-in")
    @Operation(hidden = true)
    public Response showSignIn(@Context RoutingContext context) {
        authorization.refuseClosed();
        return StudioPages.page(
                Response.Status.OK,
                new SignInPage(new StudioFrame("Sign in", null), session.keysCanBePasted(), session.canSignIn()));
    }

    /** The provider leads back here, and from here to the list. */
    @GET
    @Path("/provider")
    @Authenticated
    @Operation(hidden = true)
    public Response signInAtProvider(@Context RoutingContext context) {
        return pages.seeOther(StudioPages.STUDIO, context);
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signIn(MultivaluedMap<String, String> form, @Context RoutingContext context) {
        pages.refuseForeign(context);
        authorization.refuseClosed();
        try {
            session.begin(Objects.requireNonNullElse(form.getFirst("key"), ""), context);
            return pages.seeOther(StudioPages.STUDIO, context);
        } catch (Failure e) {
            var screen = new StudioFrame("Sign in", null, e.getMessage(), null);
            return StudioPages.page(
                    pages.status(e, context), new SignInPage(screen, session.keysCanBePasted(), session.canSignIn()));
        }
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signOut(@Context RoutingContext context) {
        pages.refuseForeign(context);
        session.end(context);
        return pages.seeOther(StudioPages.STUDIO + "/sign-in", context);
    }

    @GET
    @Operation(hidden = true)
    public Response showList(
            @QueryParam("collection") @Nullable String collection,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done,
            @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            var query = new WorkQuery();
            var chosen = collection == null || collection.isEmpty()
                    ? null
                    : contentTypes.of(collection).collection();
            Stream.of(WorkState.values())
                    .filter(each -> each.text().equals(state))
                    .forEach(query.state::add);
            query.cursor = cursor;
            var base = facts.base(context);
            var list = documents.list(chosen, query, base);
            var stated = query.state.stream().map(WorkState::text).findFirst().orElse(null);
            var page = new ListPage(
                    new StudioFrame("Documents", actor, null, "Done".equals(done) ? done : null),
                    list.data().stream().map(this::row).toList(),
                    reviews.due(base).stream().map(due -> row(due.document())).toList(),
                    contentTypes.collections(),
                    Stream.of(WorkState.values()).map(WorkState::text).toList(),
                    chosen,
                    stated,
                    actor.may(Right.WRITE),
                    actor.may(Right.ADMIN),
                    actor.may(Right.PUBLISH),
                    next(chosen, stated, list.page().nextCursor()));
            return StudioPages.page(Response.Status.OK, page);
        });
    }

    private @Nullable String next(@Nullable String collection, @Nullable String state, @Nullable String cursor) {
        return cursor == null
                ? null
                : facts.editorsPath() + StudioPages.STUDIO + "?collection=" + Objects.requireNonNullElse(collection, "")
                        + "&state=" + Objects.requireNonNullElse(state, "") + "&cursor=" + cursor;
    }

    private ListPage.Row row(EditorialDocument document) {
        var due = document.nextReviewDue();
        return new ListPage.Row(
                facts.editorsPath() + StudioPages.STUDIO + "/" + document.type() + "/" + document.id(),
                document.slug(),
                document.type(),
                document.state().text(),
                document.liveRevision() == null ? "no" : "yes",
                due == null ? null : due.toString(),
                due != null && due.isBefore(LocalDate.now(clock)),
                StudioPages.at(document.updatedAt()) + " by "
                        + document.updatedBy().name());
    }

    @GET
    @Path("/{collection}/{name}/diff")
    @Operation(hidden = true)
    public Response showDifference(
            @RestPath String collection,
            @RestPath String name,
            @QueryParam("from") int from,
            @QueryParam("to") int to,
            @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            var comparison = documents.compare(collection, name, from, to);
            var screen = new StudioFrame("Version " + from + " and version " + to, actor);
            var href = facts.editorsPath() + StudioPages.STUDIO + "/" + collection + "/" + name;
            return StudioPages.page(Response.Status.OK, new DiffPage(screen, href, from, to, comparison.differences()));
        });
    }
}
