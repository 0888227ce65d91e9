package org.ketaminecontent.cache;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.Accept;
import org.ketaminecontent.http.EncodedBody;
import org.ketaminecontent.http.EntityTagList;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.http.HttpDate;
import org.ketaminecontent.http.SurrogateKeys;
import org.ketaminecontent.http.Utf8Text;

/** An answer in all forms in which it can be sent, with its validators (RFC 9110, section 8.8). */
final class CachedAnswer {

    static final String CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private static final SentAnswer.Lines CONFIRMATION =
            new SentAnswer.Lines(Map.of("Cache-Control", CACHE_CONTROL, "Vary", Accept.VARY));

    /**
     * In characters. All headers together stay below three kilobytes: proxies accept four, including the status line.
     */
    private static final int LONGEST_LINKS = 700;
    /** Neither browsers nor proxies may store answers to a reader's query. */
    private static final String PRIVATE = "no-store";

    /** Bytes for objects, headers and the cache itself. */
    private static final int OVERHEAD = 1500;

    private final int status;
    private final Map<String, String> headers;
    private final SentAnswer.Lines lines;
    private final SentAnswer.Lines confirmation;
    private final boolean isPrivate;
    private final Set<String> keys;
    private final @Nullable Instant lastModified;
    private final @Nullable String traceId;
    private final @Nullable String pathTemplate;
    private final @Nullable Counter counter;
    private final EncodedBody identity;
    private volatile @Nullable EncodedBody gzip;

    private CachedAnswer(
            int status,
            Utf8Text body,
            Map<String, String> headers,
            Set<String> keys,
            @Nullable Instant lastModified,
            @Nullable String traceId,
            @Nullable String pathTemplate,
            @Nullable Counter counter) {
        this.status = status;
        this.headers = headers;
        lines = new SentAnswer.Lines(headers);
        confirmation = confirmation(headers);
        isPrivate = status == OK && PRIVATE.equals(headers.get("Cache-Control"));
        this.keys = keys;
        this.lastModified = lastModified;
        this.traceId = traceId;
        this.pathTemplate = pathTemplate;
        this.counter = counter;
        identity = EncodedBody.identity(body);
    }

    /** The headers of a 304 besides the tag: the client has the others (RFC 9110, section 15.4.5). */
    private static SentAnswer.Lines confirmation(Map<String, String> headers) {
        var told = new LinkedHashMap<>(headers);
        told.keySet().retainAll(CONFIRMATION.headers().keySet());
        return told.equals(CONFIRMATION.headers()) ? CONFIRMATION : new SentAnswer.Lines(told);
    }

    /** @param pathTemplate the template under which metrics count its requests; null if unknown */
    static CachedAnswer of(CacheableAnswer rendering, HttpConfig.KeyHeader keyHeader, @Nullable String pathTemplate) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", rendering.contentType());
        headers.put("Cache-Control", rendering.isPrivate() ? PRIVATE : CACHE_CONTROL);
        headers.put("Vary", Accept.VARY);
        headers.put("Content-Language", rendering.language());
        if (!rendering.isPrivate()) {
            headers.put("Last-Modified", HttpDate.format(rendering.lastModified()));
        }
        if (!rendering.isPrivate() && !rendering.surrogateKeys().isEmpty()) {
            headers.put(
                    keyHeader.header, String.join(keyHeader.separator, SurrogateKeys.of(rendering.surrogateKeys())));
        }
        var links = links(rendering.links());
        if (!links.isEmpty()) {
            headers.put("Link", links);
        }
        headers.putAll(rendering.headers());
        return new CachedAnswer(
                OK,
                rendering.body(),
                headers,
                rendering.surrogateKeys(),
                rendering.lastModified(),
                null,
                pathTemplate,
                rendering.counter());
    }

    /**
     * A 404 or a redirect.
     *
     * @param traceId the placeholder of the trace id in the body
     */
    static CachedAnswer of(
            int status,
            Map<String, String> headers,
            String body,
            Set<String> keys,
            @Nullable String traceId,
            @Nullable String pathTemplate) {
        return new CachedAnswer(status, Utf8Text.of(body), headers, keys, null, traceId, pathTemplate, null);
    }

    /** As many links as there is room for, which is all except with a very long query; the body has them too. */
    private static String links(Map<String, String> links) {
        var header = new StringBuilder();
        links.forEach((relation, address) -> {
            var link = (header.isEmpty() ? "" : ", ") + "<" + address + ">; " + target(relation);
            if (header.length() + link.length() <= LONGEST_LINKS) {
                header.append(link);
            }
        });
        return header.toString();
    }

    /** A relation is in quotes; further parameters follow it. */
    private static String target(String relation) {
        var parameters = relation.split(";", 2);
        return "rel=\"" + parameters[0] + "\"" + (parameters.length > 1 ? ";" + parameters[1] : "");
    }

    /** The names of the documents and lists that it shows. */
    Set<String> keys() {
        return keys;
    }

    /** The template under which metrics count its requests; null if unknown. */
    @Nullable
    String pathTemplate() {
        return pathTemplate;
    }

    boolean isContent() {
        return status == OK;
    }

    /** Tells whether it reveals a reader's query. */
    boolean isPrivate() {
        return isPrivate;
    }

    /** The same answer, compressed in advance, which takes long for large ones. */
    CachedAnswer prepared() {
        zipped();
        return this;
    }

    /** The approximate size in memory, in bytes. */
    int weight() {
        // The compressed form comes later, and is smaller by half at least.
        return identity.bytes().length() * 3 / 2 + OVERHEAD;
    }

    private String text() {
        return identity.bytes().toString(StandardCharsets.UTF_8);
    }

    /** The same answer with another address at the beginning of links. */
    CachedAnswer at(String base, String otherBase) {
        var moved = new LinkedHashMap<>(headers);
        moved.replaceAll((name, value) -> moved(value, base, otherBase));
        return new CachedAnswer(
                status,
                Utf8Text.of(moved(text(), base, otherBase)),
                moved,
                keys,
                lastModified,
                traceId,
                pathTemplate,
                counter);
    }

    /** An address may also be part of another one's query. */
    private static String moved(String text, String base, String otherBase) {
        return text.replace(base, otherBase)
                .replace(
                        URLEncoder.encode(base, StandardCharsets.UTF_8),
                        URLEncoder.encode(otherBase, StandardCharsets.UTF_8));
    }

    /** The form of the answer for this request, which is sent then. */
    SentAnswer reply(HttpServerRequest request, Supplier<String> itsTraceId) {
        if (counter != null) {
            counter.increment();
        }
        var coded = isContent() && EncodedBody.takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                ? zipped()
                : identity;
        if (traceId != null) {
            coded = EncodedBody.identity(Utf8Text.of(text().replace(traceId, itsTraceId.get())));
        }
        boolean validated = isContent() && !isPrivate;
        boolean unchanged = validated && isUnchanged(request, coded.etag());
        return unchanged
                ? new SentAnswer(NOT_MODIFIED, confirmation, true, coded)
                : new SentAnswer(status, lines, validated, coded);
    }

    /** The body in gzip, compressed on first use; uncompressed if gzip saves too little. */
    private EncodedBody zipped() {
        var present = gzip;
        if (present == null) {
            present = EncodedBody.gzip(identity);
            gzip = present;
        }
        return present;
    }

    private boolean isUnchanged(HttpServerRequest request, String etag) {
        var noneMatch = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (noneMatch != null) {
            return EntityTagList.name(noneMatch, etag);
        }
        // An invalid date is ignored (RFC 9110, section 13.1.3).
        var since = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null
                && lastModified != null
                && HttpDate.parse(since)
                        .filter(date ->
                                !lastModified.truncatedTo(ChronoUnit.SECONDS).isAfter(date))
                        .isPresent();
    }
}
