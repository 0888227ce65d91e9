package org.ketaminecontent.text;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The format in which running text is delivered. */
public enum BodyFormat {
    @JsonProperty("html")
    HTML,
    @JsonProperty("markdown")
    MARKDOWN,
    @JsonProperty("text")
    TEXT
}
