package org.ketaminecontent.cache;

import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.http.Utf8;

/**
 * An answer that may be cached.
 *
 * @param surrogateKeys every document and list that the answer shows
 * @param lastModified when any of them last changed, in UTC
 * @param links targets of the {@code Link} header (RFC 8288), by relation and further parameters
 * @param language BCP 47 tag
 * @param contentType of the body
 * @param headers what else is sent with it
 * @param isPrivate whether it says what somebody looks up: it is kept nowhere but in this process, and without a sign
 */
public record CacheableAnswer(
        Utf8 body,
        Set<String> surrogateKeys,
        Instant lastModified,
        Map<String, String> links,
        String language,
        String contentType,
        Map<String, String> headers,
        boolean isPrivate) {

    /** JSON. */
    public CacheableAnswer(
            String body, Set<String> surrogateKeys, Instant lastModified, Map<String, String> links, String language) {
        this(Utf8.of(body), surrogateKeys, lastModified, links, language);
    }

    /** JSON. */
    public CacheableAnswer(
            Utf8 body, Set<String> surrogateKeys, Instant lastModified, Map<String, String> links, String language) {
        this(body, surrogateKeys, lastModified, links, language, MediaType.APPLICATION_JSON, Map.of(), false);
    }

    /** The same in another form. */
    public CacheableAnswer as(String otherContentType) {
        return new CacheableAnswer(
                body, surrogateKeys, lastModified, links, language, otherContentType, headers, isPrivate);
    }

    /** The same for nobody but whoever asked. */
    public CacheableAnswer privately() {
        return new CacheableAnswer(body, surrogateKeys, lastModified, links, language, contentType, headers, true);
    }

    /** The same with one more header. */
    public CacheableAnswer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CacheableAnswer(body, surrogateKeys, lastModified, links, language, contentType, more, isPrivate);
    }

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
