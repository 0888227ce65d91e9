package org.ketaminecontent.crisis;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.delivery.ListQuery;

/** The query parameters of a list of crisis resources. */
public class CrisisResourceQuery extends ListQuery {

    @QueryParam("jurisdiction")
    @Separator(",")
    @Parameter(
            description = "Resources in this place: an ISO 3166-1 alpha-2 code, which includes its subdivisions such as"
                    + " `GB-ENG`, `EU` or `WORLD`. Several values match any of them.",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            description = "allowed are a country code of ISO 3166-1, EU and WORLD.",
                            pattern = "^([A-Z]{2}|WORLD)$"))
    public List<String> jurisdiction = List.of();

    @QueryParam("kind")
    @Separator(",")
    @Parameter(description = "Resources of this kind. Several values match any of them.")
    public List<CrisisKind> kind = List.of();

    @Override
    public void narrow(ListFilter filter) {
        filter.any(
                        "jurisdiction in :jurisdiction or jurisdiction like '__-%' and substring(jurisdiction, 1, 2) in"
                                + " :jurisdiction",
                        "jurisdiction", jurisdiction)
                .any("kind in :kind", "kind", kind);
    }
}
