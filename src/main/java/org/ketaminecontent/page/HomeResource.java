package org.ketaminecontent.home;

import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.delivery.IndexResource;
import org.ketaminecontent.http.RequestFacts;

/** Greets whoever opens the server in a browser. */
@Path("/")
public class HomeResource {

    /** The page brings its own stylesheet and mark, and nothing else: no script, no frame, no other server. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final IndexResource indexResource;
    private final CrisisContacts crisisContacts;
    private final RequestFacts facts;

    HomeResource(IndexResource indexResource, CrisisContacts crisisContacts, RequestFacts facts) {
        this.indexResource = indexResource;
        this.crisisContacts = crisisContacts;
        this.facts = facts;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Transactional
    @Operation(hidden = true)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=60")
    @ResponseHeader(name = HttpHeaders.CONTENT_LANGUAGE, value = "en")
    @ResponseHeader(name = "Content-Security-Policy", value = CONTENT_SECURITY_POLICY)
    @ResponseHeader(name = "Referrer-Policy", value = "no-referrer")
    public String showHome(@Context RoutingContext context) {
        var base = facts.base(context);
        return new Home(base, indexResource.index(base), crisisContacts.primary()).render();
    }
}
