package org.ketaminecontent.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;

/** A digest of the state of files. */
public final class FilesDigest {

    private FilesDigest() {}

    /** SHA-256 over the names and bytes of all files in a folder, in hexadecimal. */
    public static String of(Path root) {
        try (var files = Files.walk(root)) {
            var digest = sha256();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(sha256().digest(Files.readAllBytes(file)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * SHA-256 over the names, sizes and checksums in a jar's directory, without times, in hexadecimal. Reading the
     * whole jar would slow the start, and would tell two packagings of the same files apart.
     */
    static String ofJar(Path jar) {
        try (var files = new ZipFile(jar.toFile())) {
            var digest = sha256();
            files.stream()
                    .map(file -> file.getName() + '\0' + file.getSize() + '\0' + file.getCrc() + '\0')
                    .forEach(file -> digest.update(file.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
