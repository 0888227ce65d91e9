package org.ketaminecontent.editorial;

import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.VersionTags;

/**
 * The version of a document that a step is for.
 *
 * @param name the document's slug or UUID
 * @param tag the {@link Work#tag} of that version
 */
public record StepTarget(String collection, String name, long tag) {

    /**
     * A document with the entity tag that a client sent for it (RFC 9110, section 13.1.1).
     *
     * @throws org.ketaminecontent.http.Failure where the tag is missing or names several versions
     */
    public static StepTarget of(String collection, String name, @Nullable String etag) {
        return new StepTarget(collection, name, VersionTags.required(etag));
    }
}
