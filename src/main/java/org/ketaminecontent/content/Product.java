package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which medicine, and which use of it, a figure is about. Figures of different products are never merged. */
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
    /** S-ketamine into a vein: the same molecule as the spray, another product. */
    @JsonProperty("esketamine-infusion")
    ESKETAMINE_INFUSION,
    @JsonProperty("esketamine-oral")
    ESKETAMINE_ORAL,
    /** Studies pooled without telling the two apart: such a figure supports no frequency band. */
    @JsonProperty("ketamine-or-esketamine")
    KETAMINE_OR_ESKETAMINE,
    @JsonProperty("ketamine-subcutaneous")
    KETAMINE_SUBCUTANEOUS,
    @JsonProperty("ketamine-oral")
    KETAMINE_ORAL,
    @JsonProperty("ketamine-intranasal")
    KETAMINE_INTRANASAL,
    /** By needle, on several routes in one study: into a vein, a muscle or under the skin. */
    @JsonProperty("ketamine-parenteral")
    KETAMINE_PARENTERAL
}
