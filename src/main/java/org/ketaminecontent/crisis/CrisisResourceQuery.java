package org.ketaminecontent.crisis;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.delivery.ListQuery;

/** Which crisis resources to list. */
public class CrisisResourceQuery extends ListQuery {

    @QueryParam("jurisdiction")
    @Separator(",")
    @Parameter(
            description =
                    "Resources of this place: ISO 3166-1 alpha-2 code, which brings the parts of the state such as `GB-ENG` along, `EU` or `WORLD`. Several mean any of them.",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            description = "a country code of ISO 3166-1, EU or WORLD is allowed.",
                            pattern = "^([A-Z]{2}|WORLD)$"))
    public List<String> jurisdiction = List.of();

    @QueryParam("kind")
    @Separator(",")
    @Parameter(description = "Resources of this kind. Several mean any of them.")
    public List<CrisisKind> kind = List.of();

    @Override
    public void narrow(ListFilter filter) {
        filter.any(
                        "e.jurisdiction in :jurisdiction or e.jurisdiction like '__-%' and substring(e.jurisdiction, 1, 2) in"
                                + " :jurisdiction",
                        "jurisdiction", jurisdiction)
                .any("e.kind in :kind", "kind", kind);
    }
}
