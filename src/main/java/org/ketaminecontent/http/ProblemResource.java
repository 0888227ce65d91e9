package org.ketaminecontent.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Explains every error code; the {@code type} of each problem leads here. */
@Path("/v1/problems")
@Tag(name = "Problems", description = "What each error code means, and what to do about it.")
@Produces(MediaType.APPLICATION_JSON)
public class ProblemResource {

    private final RequestFacts facts;

    ProblemResource(RequestFacts facts) {
        this.facts = facts;
    }

    /** All of them. */
    public record ProblemTypes(List<ProblemType> data) {}

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = ReadyAnswer.CACHE_CONTROL)
    @Operation(
            summary = "List every error code with what it means",
            description = "Codes never change their meaning; new ones can be added.")
    public ProblemTypes listProblems(@Context RoutingContext context) {
        var base = facts.base(context);
        return new ProblemTypes(Arrays.stream(ErrorCode.values())
                .map(code -> ProblemType.of(code, base))
                .toList());
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = ReadyAnswer.CACHE_CONTROL)
    @Path("/{code}")
    @Operation(summary = "Explain one error code", description = "The `type` of every problem leads here.")
    public ProblemType getProblem(@RestPath String code, @Context RoutingContext context) {
        return Arrays.stream(ErrorCode.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> ProblemType.of(each, facts.base(context)))
                .orElseThrow(() -> new Failure(ErrorCode.NOT_FOUND, "There is no error code '" + code + "'."));
    }
}
