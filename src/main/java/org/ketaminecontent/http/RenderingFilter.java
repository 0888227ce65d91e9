package org.ketaminecontent.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Turns an answer into bytes with their validators, and answers conditional requests (RFC 9110, section 13). */
class RenderingFilter {

    static final String CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @ServerResponseFilter
    void render(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Rendering rendering) {
            var bytes = rendering.body().getBytes(StandardCharsets.UTF_8);
            var coded = ContentCoding.negotiate(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING), bytes);
            describe(rendering, coded, response.getHeaders());
            if (isUnchanged(request, coded.etag(), rendering.lastModified())) {
                response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
                response.setEntity(null);
            } else {
                if (request.getMethod().equals(HttpMethod.HEAD)) {
                    response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, coded.bytes().length);
                }
                coded.name().ifPresent(name -> response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, name));
                response.setEntity(coded.bytes(), null, MediaType.APPLICATION_JSON_TYPE);
            }
        }
    }

    private static void describe(
            Rendering rendering, ContentCoding.Coded coded, MultivaluedMap<String, Object> headers) {
        headers.putSingle(HttpHeaders.ETAG, coded.etag());
        headers.putSingle(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(rendering.lastModified()));
        headers.putSingle(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
        headers.putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding, Accept-Language");
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, rendering.language());
        headers.putSingle("Surrogate-Key", joined(rendering.surrogateKeys(), " "));
        headers.putSingle("Cache-Tag", joined(rendering.surrogateKeys(), ","));
        if (!rendering.links().isEmpty()) {
            headers.putSingle(
                    HttpHeaders.LINK,
                    rendering.links().entrySet().stream()
                            .map(link -> "<" + link.getValue() + ">; rel=\"" + link.getKey() + "\"")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String joined(Set<String> keys, String separator) {
        return keys.stream().sorted().collect(Collectors.joining(separator));
    }

    private static boolean isUnchanged(ContainerRequestContext request, String etag, Instant lastModified) {
        var noneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (noneMatch != null) {
            return noneMatch.strip().equals("*")
                    || List.of(noneMatch.replace("W/", "").strip().split("\\s*,\\s*"))
                            .contains(etag);
        }
        var since = request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null
                && parse(since)
                        .filter(date ->
                                !lastModified.truncatedTo(ChronoUnit.SECONDS).isAfter(date))
                        .isPresent();
    }

    /** A date that cannot be read is as if it were not there (RFC 9110, section 13.1.3). */
    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
