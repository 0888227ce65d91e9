package org.ketaminecontent.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Gate;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.Editing;
import org.ketaminecontent.editorial.Editing.Place;
import org.ketaminecontent.editorial.EditorialDocument;
import org.ketaminecontent.editorial.Findings;
import org.ketaminecontent.editorial.Publishing;
import org.ketaminecontent.editorial.SignOff;
import org.ketaminecontent.editorial.State;
import org.ketaminecontent.editorial.Step;
import org.ketaminecontent.editorial.WorkQuery;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.Problem;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.Rfc3339;
import org.ketaminecontent.http.SecurityEvents;
import org.ketaminecontent.http.SentJson;

/** The pages on which people write, review and publish. They need no script. */
@Path("/studio")
@Produces(StudioResource.HTML)
public class StudioResource {

    static final String HTML = "text/html;charset=UTF-8";

    private static final String ORIGIN = "Origin";

    /** Where this is, below the path at which a proxy shows it. */
    private static final String STUDIO = "/studio";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    /** The right that each step takes. */
    private static final Map<Step, Right> RIGHTS = Map.of(
            Step.EDIT, Right.WRITE,
            Step.SUBMIT, Right.WRITE,
            Step.APPROVE, Right.REVIEW,
            Step.REJECT, Right.REVIEW,
            Step.PUBLISH, Right.PUBLISH,
            Step.SCHEDULE, Right.PUBLISH,
            Step.UNSCHEDULE, Right.PUBLISH,
            Step.WITHDRAW, Right.PUBLISH);

    private final Editing editing;
    private final Session session;
    private final Gate gate;
    private final RequestFacts facts;
    private final SecurityEvents securityEvents;

    StudioResource(Editing editing, Session session, Gate gate, RequestFacts facts, SecurityEvents securityEvents) {
        this.editing = editing;
        this.session = session;
        this.gate = gate;
        this.facts = facts;
        this.securityEvents = securityEvents;
    }

    @GET
    @Path("/sign-in")
    @Operation(hidden = true)
    public Response showSignIn(@Context RoutingContext context) {
        gate.refuseClosed();
        return page(
                Response.Status.OK,
                new SignInPage(new Screen("Sign in", null), session.keysCanBePasted(), session.canSignIn()));
    }

    /** The provider leads back here, and from here to the list. */
    @GET
    @Path("/provider")
    @Authenticated
    @Operation(hidden = true)
    public Response signInAtProvider(@Context RoutingContext context) {
        return seeOther(STUDIO, context);
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signIn(MultivaluedMap<String, String> form, @Context RoutingContext context) {
        refuseForeign(context);
        gate.refuseClosed();
        try {
            session.begin(Objects.requireNonNullElse(form.getFirst("key"), ""), context);
            return seeOther(STUDIO, context);
        } catch (Failure e) {
            securityEvents.refused(e.code(), context);
            var screen = new Screen("Sign in", null, e.getMessage(), null);
            return page(
                    Response.Status.fromStatusCode(e.code().status),
                    new SignInPage(screen, session.keysCanBePasted(), session.canSignIn()));
        }
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signOut(@Context RoutingContext context) {
        refuseForeign(context);
        session.end(context);
        return seeOther(STUDIO + "/sign-in", context);
    }

    @GET
    @Operation(hidden = true)
    public Response showList(
            @QueryParam("collection") @Nullable String collection,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @Context RoutingContext context) {
        return signedIn(context, actor -> {
            var query = new WorkQuery();
            var chosen = collection == null || collection.isEmpty()
                    ? null
                    : editing.noun(collection).collection();
            Stream.of(State.values()).filter(each -> each.text().equals(state)).forEach(query.state::add);
            query.cursor = cursor;
            var base = facts.base(context);
            var list = editing.list(chosen, query, base);
            var next = list.page().nextCursor();
            var page = new ListPage(
                    new Screen("Documents", actor),
                    list.data().stream().map(this::row).toList(),
                    editing.due(base).stream().map(this::row).toList(),
                    editing.collections(),
                    Stream.of(State.values()).map(State::text).toList(),
                    chosen == null ? "" : chosen,
                    query.state.isEmpty() ? "" : query.state.get(0).text(),
                    actor.may(Right.WRITE),
                    next == null
                            ? null
                            : facts.path() + STUDIO + "?collection=" + (chosen == null ? "" : chosen) + "&state="
                                    + (query.state.isEmpty()
                                            ? ""
                                            : query.state.get(0).text()) + "&cursor=" + next);
            return page(Response.Status.OK, page);
        });
    }

    private ListPage.Row row(EditorialDocument document) {
        var due = document.nextReviewDue();
        return new ListPage.Row(
                facts.path() + STUDIO + "/" + document.type() + "/" + document.id(),
                document.slug(),
                document.type(),
                document.state().text(),
                document.liveRevision() == null ? "no" : "yes",
                due == null ? "" : due.toString(),
                due != null && due.isBefore(LocalDate.now(Clock.systemUTC())),
                at(document.updatedAt()) + " by " + document.updatedBy().name());
    }

    @GET
    @Path("/{collection}/new")
    @Operation(hidden = true)
    public Response showNew(@RestPath String collection, @Context RoutingContext context) {
        return signedIn(context, actor -> {
            gate.require(Right.WRITE, actor, context);
            return page(Response.Status.OK, blank(actor, collection, "", empty(), Wrong.NOTHING));
        });
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    @POST
    @Path("/{collection}/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response create(
            @RestPath String collection, MultivaluedMap<String, String> form, @Context RoutingContext context) {
        refuseForeign(context);
        return signedIn(context, actor -> {
            gate.require(Right.WRITE, actor, context);
            var draft = empty();
            try {
                draft = form(collection).draft(form);
                var made = editing.create(actor, collection, draft, facts.base(context));
                return seeOther(STUDIO + "/" + collection + "/" + made.id() + "?done=Saved", context);
            } catch (Failure e) {
                var slug = Objects.requireNonNullElse(form.getFirst("slug"), "");
                return page(status(e, context), blank(actor, collection, slug, draft.path("content"), Wrong.of(e)));
            }
        });
    }

    private EditPage blank(Actor actor, String collection, String slug, JsonNode content, Wrong wrong) {
        return new EditPage(
                new Screen("New in " + collection, actor, wrong.message(), null),
                true,
                facts.path() + STUDIO + "/" + collection + "/new",
                collection,
                "",
                "",
                null,
                slug,
                wrong.at("slug"),
                false,
                "",
                form(collection).fields(content, wrong.fields()),
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    @GET
    @Path("/{collection}/{name}")
    @Operation(hidden = true)
    public Response showDocument(
            @RestPath String collection,
            @RestPath String name,
            @QueryParam("done") @Nullable String done,
            @Context RoutingContext context) {
        return signedIn(context, actor -> {
            var document = editing.read(collection, name, facts.base(context));
            var said =
                    Stream.of("Saved", "Done").filter(each -> each.equals(done)).findFirst();
            return page(Response.Status.OK, edit(actor, document, null, Wrong.NOTHING, said.orElse(null)));
        });
    }

    /** @param filled what was filled in, where it was not saved */
    private EditPage edit(
            Actor actor, EditorialDocument document, @Nullable ObjectNode filled, Wrong wrong, @Nullable String done) {
        var version = Objects.requireNonNull(document.version());
        var content = filled == null ? Objects.requireNonNull(version.content()) : filled.path("content");
        var name = document.id().toString();
        var versions = editing.versions(document.type(), name).data();
        var allowed = document.allowed().stream()
                .filter(step -> actor.may(Objects.requireNonNull(RIGHTS.get(step))))
                .map(Step::text)
                .toList();
        return new EditPage(
                new Screen(document.slug(), actor, wrong.message(), done),
                false,
                facts.path() + STUDIO + "/" + document.type() + "/" + name,
                document.type(),
                document.etag(),
                document.state().text(),
                document.rejection(),
                filled == null ? document.slug() : filled.path("slug").asText(),
                wrong.at("slug"),
                filled != null && filled.path("minor").asBoolean(),
                filled == null ? "" : filled.path("note").asText(),
                form(document.type()).fields(content, wrong.fields()),
                wrong.lines(content.path("body").asText()),
                allowed.contains(Step.EDIT.text()),
                allowed,
                versions.stream()
                        .map(each -> new EditPage.Version(
                                each.revision(),
                                each.writtenBy().name(),
                                at(each.writtenAt()),
                                each.note(),
                                Objects.equals(document.liveRevision(), each.revision()),
                                each.revision() == document.revision(),
                                each.basedOn() == null ? each.revision() - 1 : each.basedOn()))
                        .toList(),
                editing.history(document.type(), name).stream()
                        .map(each -> new EditPage.Act(each.action, each.actorName, at(each.at)))
                        .toList(),
                document.revision());
    }

    @POST
    @Path("/{collection}/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(
            @RestPath String collection,
            @RestPath String name,
            MultivaluedMap<String, String> form,
            @Context RoutingContext context) {
        refuseForeign(context);
        return signedIn(context, actor -> {
            var base = facts.base(context);
            var step = Objects.requireNonNullElse(form.getFirst("step"), "");
            ObjectNode filled = null;
            try {
                if (step.equals("save") || step.equals("check")) {
                    gate.require(Right.WRITE, actor, context);
                    filled = form(collection).draft(form);
                }
                if (step.equals("check")) {
                    var found = editing.findings(collection, Objects.requireNonNull(filled));
                    var document = editing.read(collection, name, base);
                    var said = found.valid() ? "No rule is broken" : null;
                    return page(Response.Status.OK, edit(actor, document, filled, Wrong.of(found), said));
                }
                var place = new Place(collection, name, Objects.requireNonNullElse(form.getFirst("etag"), ""));
                take(step, actor, place, filled, form, context);
                return seeOther(
                        STUDIO + "/" + collection + "/" + name + "?done=" + (step.equals("save") ? "Saved" : "Done"),
                        context);
            } catch (Failure e) {
                var document = editing.read(collection, name, base);
                return page(status(e, context), edit(actor, document, filled, Wrong.of(e), null));
            }
        });
    }

    private void take(
            String step,
            Actor actor,
            Place place,
            @Nullable ObjectNode filled,
            MultivaluedMap<String, String> form,
            RoutingContext context) {
        var base = facts.base(context);
        var reason = Objects.requireNonNullElse(form.getFirst("reason"), "");
        if (step.equals("save") && filled != null) {
            editing.replace(actor, place, filled, base);
            return;
        }
        if (step.startsWith("restore-") && step.matches("restore-[1-9]\\d{0,8}")) {
            gate.require(Right.WRITE, actor, context);
            editing.restore(actor, place, Integer.parseInt(step.substring("restore-".length())), base);
            return;
        }
        var known = Stream.of(Step.values())
                .filter(each -> each.text().equals(step))
                .findFirst()
                .orElseThrow(() -> new Failure(ErrorCode.INVALID_VALUE, "There is no such step."));
        gate.require(Objects.requireNonNull(RIGHTS.get(known)), actor, context);
        switch (known) {
            case SUBMIT -> editing.submit(actor, place, base);
            case APPROVE -> editing.approve(actor, place, new SignOff(day(form.getFirst("nextReviewDue")), null), base);
            case REJECT -> editing.reject(actor, place, reason, base);
            case PUBLISH -> editing.publish(actor, place, new Publishing(null), base);
            case UNSCHEDULE -> editing.unschedule(actor, place, base);
            case WITHDRAW -> editing.withdraw(actor, place, reason, null, base);
            default -> throw new Failure(ErrorCode.INVALID_VALUE, "This is done with the API.");
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Rfc3339.day(text.strip())
                .orElseThrow(() -> SentJson.invalid(List.of(
                        SentJson.detail("/nextReviewDue", "The next review must be on a day such as 2026-01-31."))));
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
        return signedIn(context, actor -> {
            var comparison = editing.compare(collection, name, from, to);
            var screen = new Screen("Version " + from + " and version " + to, actor);
            var href = facts.path() + STUDIO + "/" + collection + "/" + name;
            return page(Response.Status.OK, new DiffPage(screen, href, from, to, comparison.differences()));
        });
    }

    /** Leads to the page that readers will see. */
    @GET
    @Path("/{collection}/{name}/preview")
    @Operation(hidden = true)
    public Response showPreview(
            @RestPath String collection,
            @RestPath String name,
            @QueryParam("revision") int revision,
            @Context RoutingContext context) {
        return signedIn(context, actor -> {
            try {
                var version = editing.version(collection, name, revision);
                var preview = editing.preview(actor, collection, name, revision, facts.base(context));
                return seeOther("/" + collection + "/" + version.slug() + "?preview=" + preview.token(), context);
            } catch (Failure e) {
                var document = editing.read(collection, name, facts.base(context));
                return page(status(e, context), edit(actor, document, null, Wrong.of(e), null));
            }
        });
    }

    private Response signedIn(RoutingContext context, Function<Actor, Response> work) {
        var actor = session.actor(context);
        if (actor.isEmpty()) {
            return seeOther(STUDIO + "/sign-in", context);
        }
        gate.require(Right.READ, actor.get());
        return work.apply(actor.get());
    }

    /** A form that another site sends is not what whoever sits here wanted. */
    private void refuseForeign(RoutingContext context) {
        var origin = context.request().getHeader(ORIGIN);
        var own = facts.base(context);
        // An origin has no path (RFC 6454).
        if (origin != null
                && !origin.equals(own.substring(0, own.length() - facts.path().length()))) {
            throw new Failure(ErrorCode.MISSING_RIGHT, "The form was sent by another site.");
        }
    }

    private Form form(String collection) {
        return new Form(editing.noun(collection).contentType());
    }

    private static String at(Instant instant) {
        return MINUTE.format(instant.atZone(ZoneOffset.UTC));
    }

    private Response.Status status(Failure failure, RoutingContext context) {
        securityEvents.refused(failure.code(), context);
        var status = Response.Status.fromStatusCode(failure.code().status);
        // Of those that HTTP has since, the class does not know.
        return status == null ? Response.Status.BAD_REQUEST : status;
    }

    /** With all of the address: a path alone would be taken for one at the root of the proxy. */
    private Response seeOther(String path, RoutingContext context) {
        return Response.seeOther(URI.create(facts.base(context) + path))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response page(Response.Status status, TemplateInstance page) {
        return Response.status(status)
                .entity(page.render())
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    /** What is wrong, by field. */
    private record Wrong(
            @Nullable String message, Map<String, List<String>> fields, Map<Integer, List<String>> bodyLines) {

        static final Wrong NOTHING = new Wrong(null, Map.of(), Map.of());

        static Wrong of(Failure failure) {
            var message = new StringBuilder(String.valueOf(failure.getMessage()));
            var fields = new HashMap<String, List<String>>();
            for (Problem.Detail each : failure.details()) {
                add(fields, each.pointer(), each.detail());
            }
            return new Wrong(message.toString(), fields, Map.of());
        }

        static Wrong of(Findings findings) {
            var fields = new HashMap<String, List<String>>();
            var lines = new TreeMap<Integer, List<String>>();
            for (var each : findings.findings()) {
                if (each.line() > 0) {
                    lines.computeIfAbsent(each.line(), line -> new ArrayList<>())
                            .add(each.message());
                }
                add(fields, each.pointer(), (each.line() > 0 ? "Line " + each.line() + ": " : "") + each.message());
            }
            var message = findings.valid() ? null : "Something breaks a rule; it is said beside each field.";
            return new Wrong(message, fields, lines);
        }

        /** {@code /content/keyFacts/0/statement} belongs to {@code keyFacts}. */
        private static void add(Map<String, List<String>> fields, @Nullable String pointer, String message) {
            var parts = List.of((pointer == null ? "" : pointer).split("/"));
            boolean content = parts.size() > 2 && parts.get(1).equals("content");
            var field = content ? parts.get(2) : parts.size() > 1 ? parts.get(1) : "";
            var within = content && parts.size() > 3 ? String.join("/", parts.subList(3, parts.size())) + ": " : "";
            fields.computeIfAbsent(field, name -> new ArrayList<>()).add(within + message);
        }

        List<String> at(String field) {
            return fields.getOrDefault(field, List.of());
        }

        List<EditPage.Line> lines(String body) {
            var text = body.lines().toList();
            return bodyLines.entrySet().stream()
                    .filter(each -> each.getKey() <= text.size())
                    .map(each -> new EditPage.Line(each.getKey(), text.get(each.getKey() - 1), each.getValue()))
                    .toList();
        }
    }
}
