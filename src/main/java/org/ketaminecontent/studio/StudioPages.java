package org.ketaminecontent.studio;

import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.DatabaseFault;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.SecurityEvents;

/** Answers requests for pages of the studio, and refuses people who may not see them. */
@ApplicationScoped
class StudioPages {

    static final String HTML = "text/html;charset=UTF-8";

    /** The address of the studio, below the path at which a proxy shows it. */
    static final String STUDIO = "/studio";

    private static final String ORIGIN = "Origin";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private final StudioSession session;
    private final Authorization authorization;
    private final RequestFacts facts;
    private final SecurityEvents securityEvents;

    StudioPages(StudioSession session, Authorization authorization, RequestFacts facts, SecurityEvents securityEvents) {
        this.session = session;
        this.authorization = authorization;
        this.facts = facts;
        this.securityEvents = securityEvents;
    }

    /** Answers whoever is signed in, and leads everybody else to where they can. */
    Response signedIn(RoutingContext context, Function<Actor, Response> work) {
        var actor = session.actor(context);
        if (actor.isEmpty()) {
            return seeOther(STUDIO + "/sign-in", context);
        }
        authorization.require(Right.READ, actor.get());
        return work.apply(actor.get());
    }

    /** The same for a form: whatever becomes of it, the text that was sent comes back. */
    Response taking(SubmittedForm sent, RoutingContext context, Function<Actor, Response> work) {
        refuseForeign(context);
        var actor = session.actor(context);
        if (!sent.hasText()) {
            return signedIn(context, work);
        }
        if (actor.isEmpty()) {
            return unsent(
                    Response.Status.UNAUTHORIZED,
                    "You are not signed in any more. What you wrote is not saved.",
                    true,
                    sent,
                    context);
        }
        try {
            authorization.require(Right.READ, actor.get());
            return work.apply(actor.get());
        } catch (Failure e) {
            return unsent(status(e, context), e.getMessage() + " What you wrote is not saved.", false, sent, context);
        } catch (RuntimeException e) {
            if (!DatabaseFault.isBusy(e) && !DatabaseFault.isPassing(e)) {
                throw e;
            }
            var busy = new Failure(ErrorCode.BUSY, "The database cannot do this just now.");
            return unsent(
                    status(busy, context), busy.getMessage() + " Wait a little, and go on.", false, sent, context);
        }
    }

    private Response unsent(
            Response.Status status, String problem, boolean signIn, SubmittedForm sent, RoutingContext context) {
        var screen = new StudioFrame("Not saved yet", null, problem, null);
        var action = facts.editorsPath() + context.normalizedPath();
        var answer = Response.fromResponse(page(status, new RefusedFormPage(screen, action, signIn, sent.values())));
        if (signIn) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    /** A form that another site sends is not what whoever sits here wanted. */
    void refuseForeign(RoutingContext context) {
        var origin = context.request().getHeader(ORIGIN);
        var own = facts.base(context);
        // An origin has no path (RFC 6454).
        if (origin != null
                && !origin.equals(
                        own.substring(0, own.length() - facts.editorsPath().length()))) {
            throw new Failure(ErrorCode.MISSING_RIGHT, "The form was sent by another site.");
        }
    }

    Response.Status status(Failure failure, RoutingContext context) {
        securityEvents.refused(failure.code(), context);
        var status = Response.Status.fromStatusCode(failure.code().status);
        // Of those that HTTP has since, the class does not know.
        return status == null ? Response.Status.BAD_REQUEST : status;
    }

    /** With all of the address: a path alone would be taken for one at the root of the proxy. */
    Response seeOther(String path, RoutingContext context) {
        return Response.seeOther(URI.create(facts.base(context) + path))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static Response page(Response.Status status, TemplateInstance page) {
        return Response.status(status)
                .entity(page.render())
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    static String at(Instant instant) {
        return MINUTE.format(instant.atZone(ZoneOffset.UTC));
    }
}
