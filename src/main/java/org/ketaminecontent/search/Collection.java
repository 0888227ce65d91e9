package org.ketaminecontent.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The collections that can be searched. */
@Schema(name = "SearchType")
public enum Collection {
    @JsonProperty("topics")
    TOPICS,
    @JsonProperty("conditions")
    CONDITIONS,
    @JsonProperty("side-effects")
    SIDE_EFFECTS,
    @JsonProperty("faqs")
    FAQS,
    @JsonProperty("references")
    REFERENCES,
    @JsonProperty("glossary")
    GLOSSARY,
    @JsonProperty("crisis-resources")
    CRISIS_RESOURCES;

    /** The name in addresses. */
    String collection() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
