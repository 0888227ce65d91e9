package org.ketaminecontent.pack;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.ketaminecontent.text.AuthoredText;

/**
 * The name of a file in an archive.
 *
 * @param path a relative path with slashes, of names that every file system supports
 */
record ArchiveEntryName(String path, boolean isFolder) {

    private static final int LONGEST = 120;
    private static final int DEEPEST = 8;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._()+, -]{1," + LONGEST + "}");

    /** Relative folders, and names with a dot or space at the end, which Windows removes. */
    private static final Pattern BARRED = Pattern.compile("\\.{1,2}|.*[. ]");

    /** Files that Windows and macOS add to archives. */
    private static final Set<String> ADDED = Set.of("__macosx", "thumbs.db", "desktop.ini", "ehthumbs.db");

    /** @throws PackArchive.Unreadable if it could be outside of the archive, or is not allowed in a pack */
    static ArchiveEntryName of(ZipEntry entry) throws PackArchive.Unreadable {
        // Old programs on Windows use backslashes.
        var path = entry.getName().replace('\\', '/');
        boolean folder = path.endsWith("/");
        var name = new ArchiveEntryName(folder ? path.substring(0, path.length() - 1) : path, folder);
        if (!name.isPassedOver() && !name.isSound()) {
            throw new PackArchive.Unreadable("holds a file with a name that is not allowed in a content pack: '"
                    + AuthoredText.shortened(name.path().replaceAll("[^\\x20-\\x7E]", "?"), LONGEST) + "'");
        }
        return name;
    }

    private boolean isSound() {
        return segments().size() <= DEEPEST
                && segments().stream()
                        .allMatch(each -> SEGMENT.matcher(each).matches()
                                && !BARRED.matcher(each).matches());
    }

    /** Tells whether an operating system added the file. */
    boolean isPassedOver() {
        return segments().stream().anyMatch(ArchiveEntryName::isAdded);
    }

    /** Tells whether a name is {@code .DS_Store}, {@code ._history.md} or another hidden file. */
    static boolean isAdded(String segment) {
        var hidden = segment.startsWith(".") && !segment.startsWith("..") && segment.length() > 1;
        return hidden || ADDED.contains(segment.toLowerCase(Locale.ROOT));
    }

    /** The folders that contain it, the outermost first. */
    List<String> folders() {
        return Stream.iterate(path.indexOf('/'), at -> at >= 0, at -> path.indexOf('/', at + 1))
                .map(at -> path.substring(0, at))
                .toList();
    }

    private List<String> segments() {
        return Stream.of(path.split("/", -1)).toList();
    }
}
