package org.ketaminecontent.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ketaminecontent.content.Content;

/** The SHA-256 of authored content: equal for equal content, however the file is formatted. */
public final class ContentHash {

    /** Increment this if unchanged content must be published again because derived data changed. */
    private static final int DERIVATION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ContentHash() {}

    /** 64 hexadecimal digits. */
    public static String of(Content content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) DERIVATION);
            return HexFormat.of().formatHex(digest.digest(MAPPER.writeValueAsBytes(content)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
