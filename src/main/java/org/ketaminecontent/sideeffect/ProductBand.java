package org.ketaminecontent.sideeffect;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.ketaminecontent.content.Product;

/** How often a side effect happens with one product. */
@Embeddable
public record ProductBand(
        @Enumerated(EnumType.STRING) Product product,
        @Enumerated(EnumType.STRING) FrequencyBand band) {}
