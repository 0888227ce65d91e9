package org.ketaminecontent.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The collections that can be searched, with their weights. */
@Schema(name = "SearchType")
public enum Collection {
    @JsonProperty("topics")
    TOPICS(1),
    /** The name of a condition alone is a search for the condition. */
    @JsonProperty("conditions")
    CONDITIONS(1.05),
    @JsonProperty("side-effects")
    SIDE_EFFECTS(1),
    @JsonProperty("faqs")
    FAQS(1),
    /** Titles of papers contain many words, and few readers want them. */
    @JsonProperty("references")
    REFERENCES(0.35),
    /** Readers prefer answers to definitions. */
    @JsonProperty("glossary")
    GLOSSARY(0.85),
    /** Readers in danger see contacts above all hits; others search for something else. */
    @JsonProperty("crisis-resources")
    CRISIS_RESOURCES(0.7);

    final double weight;

    Collection(double weight) {
        this.weight = weight;
    }

    /** The name in addresses. */
    String collection() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
