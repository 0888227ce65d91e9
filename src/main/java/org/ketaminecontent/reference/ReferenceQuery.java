package org.ketaminecontent.reference;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.delivery.ListQuery;

/** The query parameters of a list of references. */
public class ReferenceQuery extends ListQuery {

    @QueryParam("sourceType")
    @Separator(",")
    @Parameter(description = "References of this type. Several values match any of them.")
    public List<ReferenceType> sourceType = List.of();

    @QueryParam("year")
    @Separator(",")
    @Parameter(
            description = "References of this year. Several values match any of them.",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = Integer.class,
                            minimum = "1800",
                            maximum = "2100"))
    public List<Integer> year = List.of();

    @QueryParam("topic")
    @Separator(",")
    @Parameter(description = "References that this topic cites, by slug. Several values match any of them.")
    public List<String> topic = List.of();

    @QueryParam("condition")
    @Separator(",")
    @Parameter(description = "References that this condition cites, by slug. Several values match any of them.")
    public List<String> condition = List.of();

    @Override
    public void narrow(ListFilter filter) {
        filter.any("type in :sourceType", "sourceType", sourceType)
                .any("year in :year", "year", year)
                .related(
                        "id in (select r.id from Topic s join s.references r where s.slug in :topic)",
                        "topic",
                        "topics",
                        topic)
                .related(
                        "id in (select r.id from Condition s join s.references r where s.slug in :condition)",
                        "condition",
                        "conditions",
                        condition);
    }
}
