package org.ketaminecontent.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A content pack in a ZIP archive, unpacked into a folder that is gone when it is closed. */
public final class PackArchive implements AutoCloseable {

    /** Unpacked, and counted while unpacking: what an archive says of itself proves nothing. */
    static final int MOST_BYTES = 8 << 20;

    static final int MOST_BYTES_A_FILE = 1 << 20;

    private static final int MOST_FILES = 10_000;

    private final Path folder;

    private PackArchive(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks an archive.
     *
     * @throws Unreadable where it is none, is too large unpacked, or would write outside of its folder
     */
    public static PackArchive unpack(byte[] bytes) throws Unreadable {
        try {
            var archive = new PackArchive(Files.createTempDirectory("content-pack-"));
            try {
                archive.fill(bytes);
                return archive;
            } catch (IOException | Unreadable e) {
                archive.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new Unreadable("is no ZIP archive: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archive that is not taken. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private Unreadable(String message) {
            super(message);
        }
    }

    private void fill(byte[] bytes) throws IOException, Unreadable {
        int left = MOST_BYTES;
        int files = 0;
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder) || entry.getName().indexOf('\\') >= 0) {
                    throw new Unreadable("holds a file that would lie outside of it: " + entry.getName());
                }
                if (++entries > MOST_FILES) {
                    throw new Unreadable("holds more than " + MOST_FILES + " files");
                }
                if (entry.isDirectory()) {
                    continue;
                }
                var content = content(zip, entry.getName(), left);
                left -= content.length;
                files++;
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            }
        }
        if (files == 0) {
            throw new Unreadable("is no ZIP archive, or an empty one");
        }
    }

    private static byte[] content(ZipInputStream zip, String name, int left) throws IOException, Unreadable {
        var content = zip.readNBytes(Math.min(left, MOST_BYTES_A_FILE) + 1);
        if (content.length > MOST_BYTES_A_FILE) {
            throw new Unreadable("holds a file of more than " + MOST_BYTES_A_FILE + " bytes: " + name);
        }
        if (content.length > left) {
            throw new Unreadable("holds more than " + MOST_BYTES + " bytes when unpacked");
        }
        return content;
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(PackArchive::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
