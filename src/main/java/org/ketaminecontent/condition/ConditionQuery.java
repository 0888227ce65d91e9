package org.ketaminecontent.condition;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.delivery.ListQuery;

/** The query parameters of a list of conditions. */
public class ConditionQuery extends ListQuery {

    @QueryParam("certainty")
    @Separator(",")
    @Parameter(
            description = "Conditions for which the overall evidence has this certainty. Several values match any"
                    + " of them.")
    public List<Certainty> certainty = List.of();

    @QueryParam("investigational")
    @Parameter(description = "Whether ketamine is used for the condition only in research.")
    public @Nullable Boolean investigational;

    @QueryParam("topic")
    @Separator(",")
    @Parameter(description = "Conditions that this topic is about, by slug. Several values match any of them.")
    public List<String> topic = List.of();

    @QueryParam("sideEffect")
    @Separator(",")
    @Parameter(
            description = "Conditions for which this side effect matters most, by slug. Several values match any"
                    + " of them.")
    public List<String> sideEffect = List.of();

    @QueryParam("reference")
    @Separator(",")
    @Parameter(description = "Conditions that cite this reference, by slug. Several values match any of them.")
    public List<String> reference = List.of();

    @QueryParam("code")
    @Separator(",")
    @Parameter(description = "Conditions with this clinical code, `system|code`. Several values match any of them.")
    public List<String> code = List.of();

    @Override
    public void narrow(ListFilter filter) {
        filter.any("evidenceCertainty in :certainty", "certainty", certainty)
                .one("investigational = :investigational", "investigational", investigational)
                .related(
                        "id in (select r.id from Topic s join s.conditions r where s.slug in :topic)",
                        "topic",
                        "topics",
                        topic)
                .related(
                        "id in (select r.id from SideEffect s join s.conditions r where s.slug in :sideEffect)",
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
