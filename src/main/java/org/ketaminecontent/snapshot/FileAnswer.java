package org.ketaminecontent.snapshot;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** Sends an immutable file or a range of it (RFC 9110, section 14), with its digest (RFC 9530). */
record FileAnswer(Snapshot.File file, Path path) {

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** A range of bytes, including both ends. */
    private record Range(long first, long last) {

        long length() {
            return last - first + 1;
        }
    }

    RestResponse<Object> to(HttpServerRequest request) {
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return headers(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED))
                    .build();
        }
        var range = range(request);
        var part = range.orElse(new Range(0, file.bytes() - 1));
        var answer = headers(RestResponse.ResponseBuilder.create(
                range.isPresent() ? RestResponse.Status.PARTIAL_CONTENT : RestResponse.Status.OK));
        range.ifPresent(each ->
                answer.header("Content-Range", "bytes " + each.first() + "-" + each.last() + "/" + file.bytes()));
        answer.header(HttpHeaders.CONTENT_TYPE, type());
        if (request.method() == HttpMethod.HEAD) {
            return answer.header(HttpHeaders.CONTENT_LENGTH, part.length()).build();
        }
        return answer.entity(new PathPart(path, part.first(), part.length())).build();
    }

    private RestResponse.ResponseBuilder<Object> headers(RestResponse.ResponseBuilder<Object> answer) {
        var digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
        return answer.header(HttpHeaders.ETAG, etag())
                .header(HttpHeaders.CACHE_CONTROL, FOREVER)
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", "sha-256=:" + digest + ":");
    }

    private String etag() {
        return "\"" + file.sha256() + "\"";
    }

    private boolean isKnown(@Nullable String tags) {
        return tags != null && (tags.contains(etag()) || tags.strip().equals("*"));
    }

    /** The requested range; none if the whole file is requested, or the range may be ignored. */
    private Optional<Range> range(HttpServerRequest request) {
        var condition = request.getHeader("If-Range");
        var asked = request.getHeader("Range");
        if (asked == null || request.method() != HttpMethod.GET || (condition != null && !condition.equals(etag()))) {
            return Optional.empty();
        }
        var one = ONE_RANGE.matcher(asked.strip());
        return one.matches() && isRange(one.group(1), one.group(2))
                ? Optional.of(range(one.group(1), one.group(2)))
                : Optional.empty();
    }

    private static boolean isRange(String from, String to) {
        return from.isEmpty() || to.isEmpty() ? !from.equals(to) : Long.parseLong(from) <= Long.parseLong(to);
    }

    private Range range(String from, String to) {
        long last = file.bytes() - 1;
        if (from.isEmpty()) {
            long length = Math.min(Long.parseLong(to), file.bytes());
            return checked(new Range(file.bytes() - length, last));
        }
        return checked(new Range(Long.parseLong(from), to.isEmpty() ? last : Math.min(Long.parseLong(to), last)));
    }

    private Range checked(Range range) {
        if (range.length() < 1) {
            throw new Failure(
                            ErrorCode.RANGE_NOT_SATISFIABLE,
                            "The file has " + file.bytes() + " bytes; the requested range is outside of them.")
                    .with("Content-Range", "bytes */" + file.bytes());
        }
        return range;
    }

    private String type() {
        return Objects.requireNonNullElse(file.compression().mediaType, file.format().mediaType);
    }
}
