package org.ketaminecontent.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.DocumentReader;

/** The API catalog (RFC 9727, as a linkset of RFC 9264). */
@Path("/.well-known/api-catalog")
public class ApiCatalogResource {

    private static final String LINKSET =
            "application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    private final DocumentReader reader;
    private final ObjectMapper mapper;

    ApiCatalogResource(DocumentReader reader, ObjectMapper mapper) {
        this.reader = reader;
        this.mapper = mapper;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> getApiCatalog(@Context RoutingContext context) throws JsonProcessingException {
        var around = reader.everything(context);
        var base = around.base();
        var api = new LinkedHashMap<String, Object>();
        api.put("anchor", base + "/v1");
        api.put(
                "service-desc",
                List.of(
                        Map.of("href", base + "/openapi.json", "type", "application/json"),
                        Map.of("href", base + "/openapi.yaml", "type", "application/yaml")));
        api.put("service-doc", List.of(Map.of("href", base + "/docs", "type", "text/html")));
        api.put("status", List.of(Map.of("href", base + "/q/health/ready", "type", "application/json")));
        var body = mapper.writeValueAsString(Map.of("linkset", List.of(api)));
        return around.rendering(body, Map.of("api-catalog", base + "/.well-known/api-catalog"))
                .as(LINKSET)
                .described();
    }
}
