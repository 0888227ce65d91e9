package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The medicine and the route of a figure. Figures of different products are never merged. */
public enum Product {
    @JsonProperty("ketamine-infusion")
    KETAMINE_INFUSION,
    @JsonProperty("ketamine-anaesthesia")
    KETAMINE_ANAESTHESIA,
    @JsonProperty("ketamine-non-medical")
    KETAMINE_NON_MEDICAL,
    @JsonProperty("ketamine-injection")
    KETAMINE_INJECTION,
    @JsonProperty("esketamine-nasal-spray")
    ESKETAMINE_NASAL_SPRAY,
    /** Intravenous S-ketamine: the same molecule as the nasal spray, but another product. */
    @JsonProperty("esketamine-infusion")
    ESKETAMINE_INFUSION,
    @JsonProperty("esketamine-oral")
    ESKETAMINE_ORAL,
    /** Studies that were pooled without telling the two apart; such a figure supports no frequency band. */
    @JsonProperty("ketamine-or-esketamine")
    KETAMINE_OR_ESKETAMINE,
    @JsonProperty("ketamine-subcutaneous")
    KETAMINE_SUBCUTANEOUS,
    @JsonProperty("ketamine-oral")
    KETAMINE_ORAL,
    @JsonProperty("ketamine-intranasal")
    KETAMINE_INTRANASAL,
    /** Injections by several routes in one study: intravenous, intramuscular or subcutaneous. */
    @JsonProperty("ketamine-parenteral")
    KETAMINE_PARENTERAL
}
