package org.ketaminecontent.glossary;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.ketaminecontent.delivery.Filter;
import org.ketaminecontent.delivery.ListFilters;
import org.ketaminecontent.delivery.ListQuery;

/** Which glossary to list. */
public class GlossaryTermQuery extends ListQuery {

    @QueryParam("reference")
    @Parameter(
            description = "Terms that rest on this reference, by slug. Repeat for any of several.",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            pattern = ListFilters.SLUG,
                            maxLength = 80))
    public List<String> reference = List.of();

    @QueryParam("sort")
    @Separator(",")
    @Parameter(
            name = "sort",
            description =
                    "Sort keys, with a minus sign for descending order; a list with commas. The slug decides between equals.",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            enumeration = {"term", "-term", "publishedAt", "-publishedAt", "updatedAt", "-updatedAt"}))
    public List<String> sort = List.of();

    @Override
    public List<String> sort() {
        return sort;
    }

    @Override
    public void narrow(Filter filter) {
        filter.related(
                "exists (select 1 from e.references r where r.slug in :reference)",
                "reference",
                "references",
                reference);
    }
}
