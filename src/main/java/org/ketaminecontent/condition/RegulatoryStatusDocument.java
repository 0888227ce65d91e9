package org.ketaminecontent.condition;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.reference.References;

/** The status of a product for this use, in one place, as delivered. */
@Schema(name = "RegulatoryStatus")
public record RegulatoryStatusDocument(
        @Schema(
                description = "ISO 3166-1 alpha-2 country code, ISO 3166-2 code of a subdivision such as `GB-ENG`,"
                        + " `EU` or `WORLD`.")
        String jurisdiction,

        Product product,
        ApprovalStatus status,
        String statement,

        @Schema(
                nullable = true,
                examples = "2026-11-27",
                description = "The date as of which this was correct; null if it does not age.")
        @Nullable
        LocalDate asOf,

        List<Related> references) {

    static RegulatoryStatusDocument of(RegulatoryStatus status, DeliveryContext deliveryContext) {
        return new RegulatoryStatusDocument(
                status.jurisdiction,
                status.product,
                status.status,
                status.statement,
                status.asOf,
                deliveryContext.related(References.COLLECTION, status.references));
    }
}
