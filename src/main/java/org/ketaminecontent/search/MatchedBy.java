package org.ketaminecontent.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a document was found. */
public enum MatchedBy {
    /** By a word as it was written, or by a clinical code. */
    @JsonProperty("exact")
    EXACT,
    /** By another form of a word. */
    @JsonProperty("stem")
    STEM,
    /** By what else the thing is called. */
    @JsonProperty("synonym")
    SYNONYM,
    /** By what a misspelt word was taken for. */
    @JsonProperty("fuzzy")
    FUZZY
}
