package org.ketaminecontent.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clinical code with the names of its system. */
@Schema(name = "ClinicalCode")
public record CodeDocument(
        @Schema(description = "The system's URI in FHIR.") String system,

        @Schema(description = "The system's object identifier in HL7.")
        String oid,

        @Schema(description = "The system's short name, as used in the `code` filter.")
        CodeSystem systemName,

        String code,

        @Schema(nullable = true, description = "The system's own title; null for SNOMED CT.") @Nullable
        String display) {

    public static CodeDocument of(Code code) {
        return new CodeDocument(code.system().uri, code.system().oid, code.system(), code.code(), code.display());
    }
}
