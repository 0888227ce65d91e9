package org.ketaminecontent.cache;

import io.micrometer.core.instrument.Counter;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.Utf8Text;

/**
 * An answer that may be cached.
 *
 * @param surrogateKeys all documents and lists that the answer shows
 * @param lastModified the time of the latest change to any of them, in UTC
 * @param links targets of the {@code Link} header (RFC 8288), by relation and further parameters
 * @param language BCP 47 tag
 * @param contentType the media type of the body
 * @param headers further headers
 * @param isPrivate whether it reveals a reader's query: then it is cached only in this process, without a validator
 * @param counter counts each time that it is sent, cached or not; null if nothing does
 */
public record CacheableAnswer(
        Utf8Text body,
        Set<String> surrogateKeys,
        Instant lastModified,
        Map<String, String> links,
        String language,
        String contentType,
        Map<String, String> headers,
        boolean isPrivate,
        @Nullable Counter counter) {

    /** An answer in JSON. */
    public CacheableAnswer(
            String body, Set<String> surrogateKeys, Instant lastModified, Map<String, String> links, String language) {
        this(Utf8Text.of(body), surrogateKeys, lastModified, links, language);
    }

    /** An answer in JSON. */
    public CacheableAnswer(
            Utf8Text body,
            Set<String> surrogateKeys,
            Instant lastModified,
            Map<String, String> links,
            String language) {
        this(body, surrogateKeys, lastModified, links, language, MediaType.APPLICATION_JSON, Map.of(), false, null);
    }

    /** The same answer with another media type. */
    public CacheableAnswer as(String otherContentType) {
        return new CacheableAnswer(
                body, surrogateKeys, lastModified, links, language, otherContentType, headers, isPrivate, counter);
    }

    /** The same answer, marked private. */
    public CacheableAnswer privately() {
        return new CacheableAnswer(
                body, surrogateKeys, lastModified, links, language, contentType, headers, true, counter);
    }

    /** The same answer, counted each time that it is sent. */
    public CacheableAnswer counted(Counter by) {
        return new CacheableAnswer(
                body, surrogateKeys, lastModified, links, language, contentType, headers, isPrivate, by);
    }

    /** The same answer with a further header. */
    public CacheableAnswer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CacheableAnswer(
                body, surrogateKeys, lastModified, links, language, contentType, more, isPrivate, counter);
    }

    /**
     * The answer as a resource returns it.
     *
     * @param <T> the described type of the body, which is written already
     */
    @SuppressWarnings("unchecked")
    public <T> RestResponse<T> described() {
        return (RestResponse<T>) RestResponse.ok(this);
    }
}
