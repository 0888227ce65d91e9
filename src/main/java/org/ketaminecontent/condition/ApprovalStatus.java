package org.ketaminecontent.condition;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A regulator's or public body's position on a product for exactly this use. */
@Schema(name = "ApprovalStatus")
public enum ApprovalStatus {
    @JsonProperty("approved")
    APPROVED,
    /** Approved for another use; prescribers may use it for this. */
    @JsonProperty("off-label")
    OFF_LABEL,
    @JsonProperty("not-approved")
    NOT_APPROVED,
    @JsonProperty("not-recommended")
    NOT_RECOMMENDED,
    @JsonProperty("unknown")
    UNKNOWN
}
