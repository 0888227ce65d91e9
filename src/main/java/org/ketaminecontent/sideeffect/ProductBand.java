package org.ketaminecontent.sideeffect;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.ketaminecontent.content.Product;

/** The frequency of a side effect with one product. */
@Embeddable
public record ProductBand(
        @Enumerated(EnumType.STRING) Product product,
        @Enumerated(EnumType.STRING) FrequencyBand band) {}
