package org.ketaminecontent.glossary;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.delivery.ListQuery;

/** The query parameters of a list of glossary terms. */
public class GlossaryTermQuery extends ListQuery {

    @QueryParam("reference")
    @Separator(",")
    @Parameter(description = "Terms that cite this reference, by slug. Several values match any of them.")
    public List<String> reference = List.of();

    @Override
    public void narrow(ListFilter filter) {
        filter.related(
                "exists (select 1 from this.references r where r.slug in :reference)",
                "reference",
                "references",
                reference);
    }
}
