package org.ketaminecontent.content;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A clinical code. {@code display} is the system's own title; SNOMED CT codes have none, because of its license. */
@Embeddable
public record Code(
        @NotNull @Enumerated(EnumType.STRING) CodeSystem system,
        @NotBlank String code,
        @Nullable String display) {}
