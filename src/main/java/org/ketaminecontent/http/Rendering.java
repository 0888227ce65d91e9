package org.ketaminecontent.http;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * How an answer is to be sent, beside its own words.
 *
 * @param fields the only fields of {@code data} to send; empty for all
 * @param surrogateKeys every document and list that the answer shows
 * @param lastModified when any of them last changed, in UTC
 * @param links targets of the {@code Link} header (RFC 8288), by relation
 */
public record Rendering(
        Set<String> fields,
        Set<String> surrogateKeys,
        Instant lastModified,
        Map<String, String> links,
        String language) {}
