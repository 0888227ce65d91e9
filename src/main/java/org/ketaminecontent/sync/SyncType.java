package org.ketaminecontent.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The collections that can be synchronized. */
public enum SyncType {
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
