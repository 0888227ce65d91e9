package org.ketaminecontent.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.http.BuildTime;
import org.ketaminecontent.http.EditingSwitch;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.Utf8Text;

/**
 * The reference for developers, made of the description: plain pages, which need no script. That of the editorial API is
 * there only where somebody can edit.
 */
@Path("/docs")
public class DocsResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** The resource in which the build leaves the description. */
    private static final String DELIVERY = "META-INF/quarkus-generated-openapi-doc.JSON";

    private static final String EDITORIAL = "META-INF/quarkus-generated-openapi-doc-editorial.JSON";

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final EditingSwitch editing;
    private final RequestFacts facts;
    private final ObjectMapper mapper;

    DocsResource(EditingSwitch editing, RequestFacts facts, ObjectMapper mapper) {
        this.editing = editing;
        this.facts = facts;
        this.mapper = mapper;
    }

    @GET
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> showReference(@Context RoutingContext context) {
        var base = facts.base(context);
        var reference = ApiReference.of(read(DELIVERY), base);
        return answer(new DocsPage(base, "Delivery API", base + "/openapi.json", reference, true, isEditingOn()));
    }

    @GET
    @Path("/editorial")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> showEditorialReference(@Context RoutingContext context) {
        if (!isEditingOn()) {
            throw new Failure(
                    ErrorCode.NOT_FOUND,
                    "There is nothing at " + context.request().path() + ".");
        }
        var base = facts.base(context);
        var reference = ApiReference.of(read(EDITORIAL), base);
        return answer(new DocsPage(base, "Editorial API", base + "/openapi/editorial.json", reference, false, true));
    }

    private static RestResponse<String> answer(DocsPage page) {
        return new CacheableAnswer(Utf8Text.of(page.render()), Set.of(), BuildTime.AT, Map.of(), "en")
                .as(HTML)
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .described();
    }

    private JsonNode read(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return mapper.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isEditingOn() {
        try {
            return editing.isEditingOn();
        } catch (RuntimeException e) {
            // While the database is away nobody can edit; what others call is to be read all the same.
            return false;
        }
    }
}
