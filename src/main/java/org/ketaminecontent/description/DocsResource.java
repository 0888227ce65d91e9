package org.ketaminecontent.description;

import static org.ketaminecontent.description.DescribedApi.DELIVERY;
import static org.ketaminecontent.description.DescribedApi.EDITORIAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final int MOST_REFERENCES = 4;

    private final EditingSwitch editing;
    private final RequestFacts facts;
    private final ObjectMapper mapper;

    /** Making a reference takes long, and anybody can ask for pages that there are not. */
    private final Cache<Place, ApiReference> references =
            Caffeine.newBuilder().maximumSize(MOST_REFERENCES).build();

    /** The reference of an API whose examples begin with an address. */
    private record Place(DescribedApi api, String base) {}

    DocsResource(EditingSwitch editing, RequestFacts facts, ObjectMapper mapper) {
        this.editing = editing;
        this.facts = facts;
        this.mapper = mapper;
    }

    @GET
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> showContents(@Context RoutingContext context) {
        return answer(contents(facts.base(context), DELIVERY));
    }

    @GET
    @Path("/{page}")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> showPage(@PathParam("page") String page, @Context RoutingContext context) {
        return answer(page(facts.base(context), DELIVERY, page));
    }

    @GET
    @Path("/editorial")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> showEditorialContents(@Context RoutingContext context) {
        requireEditing();
        return answer(contents(facts.base(context), EDITORIAL));
    }

    @GET
    @Path("/editorial/{page}")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> showEditorialPage(@PathParam("page") String page, @Context RoutingContext context) {
        requireEditing();
        return answer(page(facts.base(context), EDITORIAL, page));
    }

    private void requireEditing() {
        if (!isEditingOn()) {
            throw nothing();
        }
    }

    private static Failure nothing() {
        return new Failure(ErrorCode.NOT_FOUND, "There is no such page. The reference begins at /docs.");
    }

    private TemplateInstance contents(String base, DescribedApi api) {
        return new DocsPage(base, api, reference(base, api), isEditingOn());
    }

    private TemplateInstance page(String base, DescribedApi api, String page) {
        var reference = reference(base, api);
        var group = reference.group(page);
        if (group.isPresent()) {
            return new DocsCallsPage(base, api, group.get(), isEditingOn());
        }
        var models = reference.models(page);
        if (models.isEmpty()) {
            throw nothing();
        }
        var name = "Schemas from " + models.get(0).name() + " to "
                + models.get(models.size() - 1).name();
        return new DocsSchemasPage(base, api, name, models, isEditingOn());
    }

    private ApiReference reference(String base, DescribedApi api) {
        return references.get(new Place(api, base), place -> ApiReference.of(read(api.resource()), base));
    }

    private static RestResponse<String> answer(TemplateInstance page) {
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
