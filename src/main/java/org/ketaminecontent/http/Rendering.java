package org.ketaminecontent.http;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * An answer that may be cached.
 *
 * @param body JSON
 * @param surrogateKeys every document and list that the answer shows
 * @param lastModified when any of them last changed, in UTC
 * @param links targets of the {@code Link} header (RFC 8288), by relation
 * @param language BCP 47 tag
 */
public record Rendering(
        String body, Set<String> surrogateKeys, Instant lastModified, Map<String, String> links, String language) {

    /**
     * The answer as a resource gives it.
     *
     * @param <T> what the description says of the body, which is written already
     */
    @SuppressWarnings("unchecked")
    public <T> RestResponse<T> described() {
        return (RestResponse<T>) RestResponse.ok(this);
    }
}
