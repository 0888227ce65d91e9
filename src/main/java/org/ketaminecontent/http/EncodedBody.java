package org.ketaminecontent.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A body in one content coding (RFC 9110, section 8.4), with its strong entity tag. */
public final class EncodedBody {

    /** Smaller bodies do not shrink by enough to save a packet. */
    private static final int LEAST_BYTES = 1000;

    /** The approximate compression ratio of gzip for texts. */
    private static final int USUAL_RATIO = 5;

    private static final int DIGEST_BYTES = 16;

    /** The buffer class of shared bytes. */
    private static final Class<?> SHARED =
            Unpooled.unreleasableBuffer(Unpooled.buffer(1)).duplicate().getClass();

    private final @Nullable String coding;
    /** The same body without a coding; null if it has none. */
    private final @Nullable EncodedBody identity;

    private final CharSequence length;
    private volatile Buffer bytes;
    private volatile boolean isDirect;
    private volatile @Nullable CharSequence readyEtag;

    private EncodedBody(Buffer bytes, @Nullable String coding, @Nullable EncodedBody identity) {
        this.bytes = bytes;
        this.coding = coding;
        this.identity = identity;
        length = HttpHeaders.createOptimized(String.valueOf(bytes.length()));
    }

    public static EncodedBody identity(Utf8Text text) {
        return new EncodedBody(wrapped(text), null, null);
    }

    /** Wraps the bytes without a copy, because large answers must not be in memory twice. */
    private static Buffer wrapped(Utf8Text text) {
        return buffer(Unpooled.wrappedBuffer(text.bytes(), 0, text.length()));
    }

    /** The framework has no other way to wrap bytes without a copy. */
    @SuppressWarnings("deprecation")
    private static Buffer buffer(ByteBuf bytes) {
        return Buffer.buffer(bytes);
    }

    /** The framework has no other way to read bytes without a copy. */
    @SuppressWarnings("deprecation")
    private static ByteBuf bytes(Buffer buffer) {
        return buffer.getByteBuf();
    }

    /** The bytes, which must not be changed. */
    public Buffer bytes() {
        return bytes;
    }

    /**
     * The same bytes outside of the heap, where they stay from then on, so that the system can send them without a
     * copy. They must not be changed.
     */
    public Buffer direct() {
        if (!isDirect) {
            var copy = ByteBuffer.allocateDirect(bytes.length())
                    .put(bytes(bytes).nioBuffer())
                    .flip();
            // The sender releases a buffer, but this one is sent again.
            bytes = buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(copy)));
            isDirect = true;
        }
        return bytes;
    }

    /** Tells whether these bytes are cached and shared between connections. */
    static boolean isShared(ByteBuf bytes) {
        return bytes.isDirect() && SHARED.isInstance(bytes);
    }

    /** The content coding; null if there is none. */
    @Nullable
    public String coding() {
        return coding;
    }

    public String etag() {
        return readyEtag().toString();
    }

    /** The length of the body as a header value. */
    public CharSequence length() {
        return length;
    }

    /** The entity tag as a header value; computed on first use, since private answers have none. */
    public CharSequence readyEtag() {
        var present = readyEtag;
        if (present == null) {
            var etag = identity == null
                    ? "\"" + digest(bytes(bytes)) + "\""
                    : identity.etag().replaceFirst("\"$", "-" + coding + "\"");
            present = HttpHeaders.createOptimized(etag);
            readyEtag = present;
        }
        return present;
    }

    /** The same body in gzip, or uncompressed if gzip saves too little. */
    public static EncodedBody gzip(EncodedBody identity) {
        if (identity.bytes().length() < LEAST_BYTES) {
            return identity;
        }
        return new EncodedBody(wrapped(zip(bytes(identity.bytes()))), "gzip", identity);
    }

    /** Tells whether a client with this {@code Accept-Encoding} accepts gzip. */
    public static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        var asked = acceptEncoding.toLowerCase(Locale.ROOT);
        if (!asked.contains(";")) {
            return asked.contains("gzip") || asked.contains("*");
        }
        var codings = Arrays.stream(asked.split(",")).map(String::strip).toList();
        var gzip = codings.stream()
                .filter(coding -> coding.matches("(x-)?gzip(\\s*;.*)?"))
                .toList();
        // The star stands for all codings that are not named.
        var relevant = gzip.isEmpty()
                ? codings.stream().filter(coding -> coding.startsWith("*")).toList()
                : gzip;
        return relevant.stream().anyMatch(coding -> !coding.matches(".*;\\s*q=0(\\.0*)?"));
    }

    private static Utf8Text zip(ByteBuf bytes) {
        var out = new Utf8Text.Out(bytes.readableBytes() / USUAL_RATIO);
        try (var gzip = new GZIPOutputStream(out)) {
            bytes.getBytes(0, gzip, bytes.readableBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.text();
    }

    private static String digest(ByteBuf bytes) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes.nioBuffer());
            var hash = sha256.digest();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
