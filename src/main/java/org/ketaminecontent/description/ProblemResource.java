package org.ketaminecontent.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.http.BuildTime;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** Explains every error code; the {@code type} of each problem leads here. */
@Path("/v1/problems")
@Tag(name = "Problems", description = "What each error code means, and what to do about it.")
@Produces(MediaType.APPLICATION_JSON)
public class ProblemResource {

    private final RequestFacts facts;
    private final ObjectMapper mapper;

    ProblemResource(RequestFacts facts, ObjectMapper mapper) {
        this.facts = facts;
        this.mapper = mapper;
    }

    /** All of them. */
    public record ProblemTypes(List<ProblemType> data) {}

    @GET
    @Operation(
            summary = "List every error code with what it means",
            description = "Codes never change their meaning; new ones can be added.")
    public RestResponse<ProblemTypes> listProblems(@Context RoutingContext context) throws JsonProcessingException {
        var base = facts.base(context);
        return answer(new ProblemTypes(Arrays.stream(ErrorCode.values())
                .map(code -> ProblemType.of(code, base))
                .toList()));
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "Explain one error code", description = "The `type` of every problem leads here.")
    public RestResponse<ProblemType> getProblem(@RestPath String code, @Context RoutingContext context)
            throws JsonProcessingException {
        return answer(Arrays.stream(ErrorCode.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> ProblemType.of(each, facts.base(context)))
                .orElseThrow(() -> new Failure(
                        ErrorCode.NOT_FOUND, "There is no error code '" + CodePoints.shown(code, 80) + "'.")));
    }

    private <T> RestResponse<T> answer(T body) throws JsonProcessingException {
        return new CacheableAnswer(mapper.writeValueAsString(body), Set.of("problems"), BuildTime.AT, Map.of(), "en")
                .described();
    }
}
