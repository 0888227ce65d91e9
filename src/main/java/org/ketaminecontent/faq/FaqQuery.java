package org.ketaminecontent.faq;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.delivery.ListQuery;

/** The query parameters of a list of FAQs. */
public class FaqQuery extends ListQuery {

    @QueryParam("theme")
    @Separator(",")
    @Parameter(description = "Questions of this theme. Several values match any of them.")
    public List<Theme> theme = List.of();

    @QueryParam("verdict")
    @Separator(",")
    @Parameter(
            description =
                    "Questions whose answer corrects a claim with this verdict. Several values match any of" + " them.")
    public List<Verdict> verdict = List.of();

    @QueryParam("topic")
    @Separator(",")
    @Parameter(description = "Questions that this topic links to, by slug. Several values match any of them.")
    public List<String> topic = List.of();

    @QueryParam("condition")
    @Separator(",")
    @Parameter(description = "Questions about this condition, by slug. Several values match any of them.")
    public List<String> condition = List.of();

    @QueryParam("sideEffect")
    @Separator(",")
    @Parameter(description = "Questions about this side effect, by slug. Several values match any of them.")
    public List<String> sideEffect = List.of();

    @QueryParam("reference")
    @Separator(",")
    @Parameter(description = "Questions whose answer cites this reference, by slug. Several values match any of them.")
    public List<String> reference = List.of();

    @Override
    public void narrow(ListFilter filter) {
        filter.any("theme in :theme", "theme", theme)
                .any("exists (select 1 from this.corrects c where c.verdict in :verdict)", "verdict", verdict)
                .related(
                        "id in (select r.id from Topic s join s.faqs r where s.slug in :topic)",
                        "topic",
                        "topics",
                        topic)
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
                        reference);
    }
}
