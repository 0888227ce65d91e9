package org.ketaminecontent.topic;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.delivery.ListQuery;

/** The query parameters of a list of topics. */
public class TopicQuery extends ListQuery {

    @QueryParam("theme")
    @Separator(",")
    @Parameter(description = "Topics of this theme. Several values match any of them.")
    public List<Theme> theme = List.of();

    @QueryParam("audience")
    @Separator(",")
    @Parameter(description = "Topics for this audience. Several values match any of them.")
    public List<Audience> audience = List.of();

    @QueryParam("certainty")
    @Separator(",")
    @Parameter(description = "Topics with a key fact of this certainty. Several values match any of them.")
    public List<Certainty> certainty = List.of();

    @QueryParam("condition")
    @Separator(",")
    @Parameter(description = "Topics about this condition, by slug. Several values match any of them.")
    public List<String> condition = List.of();

    @QueryParam("sideEffect")
    @Separator(",")
    @Parameter(description = "Topics about this side effect, by slug. Several values match any of them.")
    public List<String> sideEffect = List.of();

    @QueryParam("reference")
    @Separator(",")
    @Parameter(description = "Topics that cite this reference, by slug. Several values match any of them.")
    public List<String> reference = List.of();

    @QueryParam("code")
    @Separator(",")
    @Parameter(
            description =
                    "Topics about the substance with this clinical code, `system|code`. Several values match any of"
                            + " them.")
    public List<String> code = List.of();

    @Override
    public void narrow(ListFilter filter) {
        filter.any("theme in :theme", "theme", theme)
                .any("audience in :audience", "audience", audience)
                .any(
                        "exists (select 1 from this.keyFacts fact where fact.certainty in :certainty)",
                        "certainty",
                        certainty)
                .related(
                        "exists (select 1 from this.conditions r where r.slug in :condition)",
                        "condition",
                        "conditions",
                        condition)
                .related(
                        "exists (select 1 from this.sideEffects r where r.slug in :sideEffect)",
                        "sideEffect",
                        "side-effects",
                        sideEffect)
                .related(
                        "exists (select 1 from this.references r where r.slug in :reference)",
                        "reference",
                        "references",
                        reference)
                .codes(code);
    }
}
