package org.ketaminecontent.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Parses forms as the WHATWG URL standard defines ({@code application/x-www-form-urlencoded}), but refuses errors that
 * the standard corrects silently: broken percent escapes, and bytes that are not UTF-8.
 */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FormReader implements MessageBodyReader<MultivaluedMap<String, String>> {

    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == MultivaluedMap.class;
    }

    @Override
    public MultivaluedMap<String, String> readFrom(
            Class<MultivaluedMap<String, String>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        refuseOtherCharsets(mediaType);
        var form = new MultivaluedHashMap<String, String>();
        // This charset preserves all bytes.
        for (var pair : new String(body.readAllBytes(), StandardCharsets.ISO_8859_1).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                form.add(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static void refuseOtherCharsets(MediaType mediaType) {
        var charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null
                && !CHARSETS.contains(charset.replace("\"", "").strip().toLowerCase(Locale.ROOT))) {
            throw new Failure(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "A form must be UTF-8; its Content-Type must not name another charset.");
        }
    }

    private static String decode(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(escaped(text, i));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Failure(ErrorCode.MALFORMED_BODY, "The form is not UTF-8.");
        }
    }

    private static int escaped(String text, int at) {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new Failure(
                    ErrorCode.MALFORMED_BODY, "The form has a broken percent escape: write a percent sign as %25.");
        }
        return high * 16 + low;
    }
}
