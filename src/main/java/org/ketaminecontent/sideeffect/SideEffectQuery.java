package org.ketaminecontent.sideeffect;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ketaminecontent.delivery.Filter;
import org.ketaminecontent.delivery.ListQuery;

/** Which side effects to list. */
public class SideEffectQuery extends ListQuery {

    @QueryParam("severity")
    @Parameter(description = "Side effects of this severity. Repeat for any of several.")
    public List<Severity> severity = List.of();

    @QueryParam("frequency")
    @Parameter(description = "Side effects of this frequency band. Repeat for any of several.")
    public List<FrequencyBand> frequency = List.of();

    @QueryParam("condition")
    @Parameter(
            description =
                    "Side effects that matter most for people with this condition, by slug. Repeat for any of several.")
    public List<String> condition = List.of();

    @QueryParam("topic")
    @Parameter(description = "Side effects that this topic speaks of, by slug. Repeat for any of several.")
    public List<String> topic = List.of();

    @QueryParam("reference")
    @Parameter(description = "Side effects that cite this reference, by slug. Repeat for any of several.")
    public List<String> reference = List.of();

    @Override
    public void narrow(Filter filter) {
        filter.any("e.severity in :severity", "severity", severity)
                .any("e.frequencyBand in :frequency", "frequency", frequency)
                .related(
                        "exists (select 1 from e.conditions r where r.slug in :condition)",
                        "condition",
                        "conditions",
                        condition)
                .related(
                        "e.id in (select r.id from Topic s join s.sideEffects r where s.slug in :topic)",
                        "topic",
                        "topics",
                        topic)
                .related(
                        "exists (select 1 from e.references r where r.slug in :reference)",
                        "reference",
                        "references",
                        reference);
    }
}
