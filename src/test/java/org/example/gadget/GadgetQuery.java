package org.example.gadget;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.ketaminecontent.condition.Conditions;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.delivery.ListQuery;

/** The query parameters of a list of gadgets. */
public class GadgetQuery extends ListQuery {

    @QueryParam("condition")
    @Separator(",")
    @Parameter(description = "Gadgets for this condition, by slug. Several values match any of them.")
    public List<String> condition = List.of();

    @Override
    public void narrow(ListFilter filter) {
        filter.related(
                "exists (select 1 from this.conditions r where r.slug in :condition)",
                "condition",
                Conditions.COLLECTION,
                condition);
    }
}
