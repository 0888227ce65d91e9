package org.ketaminecontent.sideeffect;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.delivery.ListFilter;
import org.ketaminecontent.delivery.ListQuery;

/** The query parameters of a list of side effects. */
public class SideEffectQuery extends ListQuery {

    @QueryParam("severity")
    @Separator(",")
    @Parameter(description = "Side effects of this severity. Several values match any of them.")
    public List<Severity> severity = List.of();

    @QueryParam("frequency")
    @Separator(",")
    @Parameter(
            description =
                    "Side effects of this frequency band with any product, or with one of the products in `product`."
                            + " Several values match any of them.")
    public List<FrequencyBand> frequency = List.of();

    @QueryParam("product")
    @Separator(",")
    @Parameter(description = "Side effects with figures for this product. Several values match any of them.")
    public List<Product> product = List.of();

    @QueryParam("condition")
    @Separator(",")
    @Parameter(
            description =
                    "Side effects that matter most for people with this condition, by slug. Several values match any"
                            + " of them.")
    public List<String> condition = List.of();

    @QueryParam("topic")
    @Separator(",")
    @Parameter(description = "Side effects that this topic is about, by slug. Several values match any of them.")
    public List<String> topic = List.of();

    @QueryParam("reference")
    @Separator(",")
    @Parameter(description = "Side effects that cite this reference, by slug. Several values match any of them.")
    public List<String> reference = List.of();

    @Override
    public void narrow(ListFilter filter) {
        filter.any("severity in :severity", "severity", severity)
                .any(
                        "exists (select 1 from this.frequencyFigures figure where figure.product in :product)",
                        "product",
                        product)
                .any(
                        "exists (select 1 from this.frequencyBands b where b.band in :frequency"
                                + (product.isEmpty()
                                        ? ") or frequencyBand in :frequency"
                                        : " and b.product in :product)"),
                        "frequency",
                        frequency)
                .related(
                        "exists (select 1 from this.conditions r where r.slug in :condition)",
                        "condition",
                        "conditions",
                        condition)
                .related(
                        "id in (select r.id from Topic s join s.sideEffects r where s.slug in :topic)",
                        "topic",
                        "topics",
                        topic)
                .related(
                        "exists (select 1 from this.references r where r.slug in :reference)",
                        "reference",
                        "references",
                        reference);
    }
}
