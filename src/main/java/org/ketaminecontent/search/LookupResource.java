package org.ketaminecontent.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.content.CodeQuery;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.delivery.ListAddress;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.http.RequiredParameter;
import org.ketaminecontent.search.CodeLookup.Coding;

/** Look-up of documents by clinical codes. */
@Path("/v1/lookup")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
public class LookupResource {

    private static final int MOST = 20;
    private static final String NOTHING =
            "No document has this code or, if codes are hierarchical, a code of its" + " category.";

    private final CodeLookup lookup;
    private final SearchIndex index;
    private final SearchMeta surroundings;
    private final ObjectMapper mapper;

    LookupResource(CodeLookup lookup, SearchIndex index, SearchMeta surroundings, ObjectMapper mapper) {
        this.lookup = lookup;
        this.index = index;
        this.surroundings = surroundings;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            summary = "Look up documents by code",
            description = "Finds documents by the clinical code of a condition, or of ketamine or esketamine. Name a"
                    + " system by its FHIR URI, its OID or its short name: `icd-10-cm`, `snomed-ct`, `mesh`,"
                    + " `rxnorm`, `unii`, `atc`.")
    public RestResponse<LookupAnswer> lookUpCodes(
            @BeanParam LookupQuery query, @Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        var code = query.code;
        if (code.isEmpty()) {
            throw RequiredParameter.missing("code");
        }
        if (code.size() > MOST) {
            throw new InvalidParameters(
                    "code",
                    ErrorCode.INVALID_VALUE,
                    "The parameter 'code' appears in the request " + code.size() + " times; " + MOST + " are allowed.");
        }
        var deliveryContext = surroundings.deliveryContext(context);
        var hits = new ArrayList<LookupAnswer.Hit>();
        var asked = new ArrayList<LookupAnswer.Asked>();
        boolean needsCrisis = false;
        for (var each : code) {
            var coded = ListFilter.coded(each);
            var display = lookup.display(coded);
            var found = lookup.find(coded, display);
            needsCrisis |= found.stream().anyMatch(Coding::crisisSupport);
            found.forEach(document -> hits.add(hit(document, coded, deliveryContext)));
            asked.add(asked(coded, display, found.size()));
        }
        var around = surroundings.of(needsCrisis, deliveryContext, index.state());
        var links = new ListAddress(deliveryContext.href("lookup"), uri.getQueryParameters()).links(null);
        var answer = new LookupAnswer(
                hits, asked, index.isStale(), around.meta().brief(), new LookupAnswer.LookupLinks(links.self()));
        return around.rendering(mapper.writeValueAsString(answer), links.byRelation())
                .described();
    }

    private static LookupAnswer.Hit hit(Coding found, CodeQuery asked, DeliveryContext deliveryContext) {
        var document = found.document();
        return new LookupAnswer.Hit(
                document.collection(),
                document.slug(),
                document.title(),
                document.summary(),
                document.riskSummary(),
                deliveryContext.linksTo(document.collection(), document.slug()),
                found.match(),
                asked.full(),
                found.matchedCode());
    }

    private static LookupAnswer.Asked asked(CodeQuery coded, Optional<String> display, int matches) {
        return new LookupAnswer.Asked(
                coded.system().uri,
                coded.system(),
                coded.code(),
                display.orElse(null),
                matches,
                matches == 0 ? NOTHING : null);
    }
}
