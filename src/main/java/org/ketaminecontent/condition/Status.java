package org.ketaminecontent.condition;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a regulator or public body says of a product for exactly this use. */
@Schema(name = "ApprovalStatus")
public enum Status {
    @JsonProperty("approved")
    APPROVED,
    /** Licensed for something else; prescribers may use it for this. */
    @JsonProperty("off-label")
    OFF_LABEL,
    @JsonProperty("not-approved")
    NOT_APPROVED,
    @JsonProperty("not-recommended")
    NOT_RECOMMENDED,
    @JsonProperty("unknown")
    UNKNOWN
}
