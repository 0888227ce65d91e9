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
    ESKETAMINE_NASAL_SPRAY
}
