package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The themes of readers' questions, by which topics and FAQs are grouped. */
public enum Theme {
    @JsonProperty("basics")
    BASICS,
    @JsonProperty("benefits-and-limits")
    BENEFITS_AND_LIMITS,
    @JsonProperty("safety")
    SAFETY,
    @JsonProperty("who-it-is-for")
    WHO_IT_IS_FOR,
    @JsonProperty("having-treatment")
    HAVING_TREATMENT,
    @JsonProperty("access-and-choices")
    ACCESS_AND_CHOICES
}
