package org.ketaminecontent.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The collections that can be searched. */
@Schema(name = "SearchType")
public enum Collection {
    @JsonProperty("topics")
    TOPICS(1),
    /** The name of a condition alone asks for what there is to know of it. */
    @JsonProperty("conditions")
    CONDITIONS(1.05),
    @JsonProperty("side-effects")
    SIDE_EFFECTS(1),
    @JsonProperty("faqs")
    FAQS(1),
    /** Titles of papers hold many words, and are read by few. */
    @JsonProperty("references")
    REFERENCES(0.35),
    /** A word explained is less than a question answered. */
    @JsonProperty("glossary")
    GLOSSARY(0.85),
    /** Who is in danger is told above all hits; who is not looks for something else. */
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
