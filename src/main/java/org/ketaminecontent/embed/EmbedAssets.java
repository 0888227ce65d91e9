package org.ketaminecontent.embed;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The files that embeds bring along. A script's address has a version, and stays what it is once it is released: pages name it with
 * its digest (<a href="https://www.w3.org/TR/sri-2/">Subresource Integrity</a>).
 */
@ApplicationScoped
class EmbedAssets {

    private static final String PUBLISHED = "META-INF/resources/assets/";
    private static final String OWN = "web/";

    /** Tells the page around a frame how high its content is. */
    static final String FRAME_SCRIPT = "embed-frame-1.js";

    /** Makes frames as high as they say. */
    static final String HOST_SCRIPT = "embed-host-1.js";

    /** The custom element. */
    static final String ELEMENT_SCRIPT = "ketamine-content-1.js";

    final String frameIntegrity = integrity(FRAME_SCRIPT);
    final String hostIntegrity = integrity(HOST_SCRIPT);
    final String elementIntegrity = integrity(ELEMENT_SCRIPT);
    final String style = read(OWN + "embed.css");

    private static String integrity(String name) {
        return "sha384-" + digest("SHA-384", read(PUBLISHED + name));
    }

    private static String read(String path) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest as policies and integrity attributes write it. */
    static String digest(String algorithm, String text) {
        try {
            var hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }
}
