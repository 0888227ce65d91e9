package org.ketaminecontent.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The way in which a document was found. */
public enum MatchedBy {
    /** By a word as written, or by a clinical code. */
    @JsonProperty("exact")
    EXACT,
    /** By another form of a word. */
    @JsonProperty("stem")
    STEM,
    /** By a synonym. */
    @JsonProperty("synonym")
    SYNONYM,
    /** By the correction of a misspelled word. */
    @JsonProperty("fuzzy")
    FUZZY
}
