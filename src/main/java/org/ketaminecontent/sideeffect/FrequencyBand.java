package org.ketaminecontent.sideeffect;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The frequency of a side effect, in the bands of European product information.
 *
 * @see <a
 * href="https://www.ema.europa.eu/en/human-regulatory-overview/marketing-authorisation/product-information-requirements">EMA
 * guideline on summary of product characteristics</a>
 */
public enum FrequencyBand {
    /** At least 1 in 10. */
    @JsonProperty("very-common")
    VERY_COMMON(10, 101),
    /** From 1 in 100 to under 1 in 10. */
    @JsonProperty("common")
    COMMON(1, 10),
    /** From 1 in 1,000 to under 1 in 100. */
    @JsonProperty("uncommon")
    UNCOMMON(0.1, 1),
    /** From 1 in 10,000 to under 1 in 1,000. */
    @JsonProperty("rare")
    RARE(0.01, 0.1),
    /** Under 1 in 10,000. */
    @JsonProperty("very-rare")
    VERY_RARE(0, 0.01),
    /** No figure available. */
    @JsonProperty("unknown")
    UNKNOWN(0, 0);

    private final double fromPercent;
    private final double belowPercent;

    FrequencyBand(double fromPercent, double belowPercent) {
        this.fromPercent = fromPercent;
        this.belowPercent = belowPercent;
    }

    /** Tells whether a range of percentages, open if an end is null, reaches this band; false without any number. */
    boolean holds(@Nullable Double low, @Nullable Double high) {
        if (low == null && high == null) {
            return false;
        }
        return (low == null ? 0 : low) < belowPercent && (high == null ? 100 : high) >= fromPercent;
    }
}
