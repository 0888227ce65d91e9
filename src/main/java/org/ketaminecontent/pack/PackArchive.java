package org.ketaminecontent.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A content pack in a ZIP archive, unpacked into a folder that is removed on closing. */
public final class PackArchive implements AutoCloseable {

    /** The unpacked size is counted while unpacking, because the sizes in an archive cannot be trusted. */
    static final int MOST_BYTES = 8 << 20;

    static final int MOST_BYTES_A_FILE = 1 << 20;

    private static final int MOST_FILES = 10_000;

    private final Path place;
    private final Path folder;

    private PackArchive(Path place) {
        this.place = place;
        this.folder = place.resolve("pack");
    }

    /**
     * Unpacks an archive.
     *
     * @throws Unreadable if it is not a ZIP archive, is too large unpacked, or contains a file that is not allowed in a
     * pack
     */
    public static PackArchive unpack(byte[] bytes) throws Unreadable {
        try {
            var archive = new PackArchive(Files.createTempDirectory("content-pack-"));
            try {
                archive.fill(bytes);
                return archive;
            } catch (IOException | RuntimeException | Unreadable e) {
                archive.close();
                throw e;
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Unreadable("is not a ZIP archive, or is cut off or damaged: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A refused archive. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    private void fill(byte[] bytes) throws IOException, Unreadable {
        Files.createDirectory(folder);
        // The directory is at the end of the archive: read as a stream, a truncated archive would look like a smaller
        // one.
        var file = Files.write(place.resolve("archive.zip"), bytes);
        // Names without the UTF-8 flag are in the packer's code page; names in a pack are ASCII.
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            fill(zip);
        }
        Files.delete(file);
    }

    private void fill(ZipFile zip) throws IOException, Unreadable {
        if (zip.size() > MOST_FILES) {
            throw new Unreadable("holds more than " + MOST_FILES + " files");
        }
        int left = MOST_BYTES;
        var files = new HashSet<String>();
        var folders = new HashSet<String>();
        for (var entry : Collections.list(zip.entries())) {
            var name = ArchiveEntryName.of(entry);
            if (name.isFolder() || name.isPassedOver()) {
                continue;
            }
            folders.addAll(name.folders());
            // A file must not appear twice, or in place of another file's folder.
            if (!files.add(name.path())
                    || folders.contains(name.path())
                    || name.folders().stream().anyMatch(files::contains)) {
                throw new Unreadable("holds '" + name.path() + "' more than once");
            }
            var content = content(zip, entry, left);
            left -= content.length;
            write(name, content);
        }
        if (files.isEmpty()) {
            throw new Unreadable("is an empty ZIP archive");
        }
    }

    private void write(ArchiveEntryName name, byte[] content) throws IOException {
        var file = folder.resolve(name.path());
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] content(ZipFile zip, ZipEntry entry, int left) throws IOException, Unreadable {
        try (var in = zip.getInputStream(entry)) {
            var content = in.readNBytes(Math.min(left, MOST_BYTES_A_FILE) + 1);
            if (content.length > MOST_BYTES_A_FILE) {
                throw new Unreadable("holds a file of more than " + MOST_BYTES_A_FILE + " bytes: " + entry.getName());
            }
            if (content.length > left) {
                throw new Unreadable("holds more than " + MOST_BYTES + " bytes when unpacked");
            }
            var sum = new CRC32();
            sum.update(content);
            if (entry.getCrc() != sum.getValue()) {
                throw new Unreadable("is damaged: '" + entry.getName() + "' is not the data that was packed");
            }
            return content;
        } catch (EOFException e) {
            throw new ZipException("the archive ends too early");
        }
    }

    /** The folder of the pack; if it was packed with folders around it, the innermost. */
    public Path folder() {
        var root = folder;
        for (var inner = onlyFolderIn(root); inner != null; inner = onlyFolderIn(root)) {
            root = inner;
        }
        return root;
    }

    /** A folder of documents is part of a pack, not a folder around it. */
    private static @Nullable Path onlyFolderIn(Path root) {
        try (var files = Files.list(root)) {
            var all = files.limit(2).toList();
            return all.size() == 1 && Files.isDirectory(all.get(0)) && !holdsDocuments(all.get(0)) ? all.get(0) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsDocuments(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".md"));
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(place)) {
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
