package org.ketaminecontent.start;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder into which PostgreSQL's programs are unpacked once. The library's default is shared by all users of the
 * machine: the first user would decide what the others run.
 */
final class DatabasePrograms {

    /** The library's setting; if it is set already, it is left alone. */
    private static final String SETTING = "ot.epg.working-dir";

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    private DatabasePrograms() {}

    /** Makes the library unpack the programs where nobody else can write. */
    static void unpackApart() throws IOException {
        if (System.getProperty(SETTING) == null) {
            var folder = Path.of(
                    System.getProperty("java.io.tmpdir"), "ketamine-content-" + System.getProperty("user.name"));
            makeOwn(folder);
            // Below it: the library lets everybody write to its folder.
            System.setProperty(SETTING, folder.resolve("postgresql").toString());
        }
    }

    /**
     * Makes a folder that only its owner can enter.
     *
     * @throws IOException if it exists and somebody else owns it or can write to it
     */
    static void makeOwn(Path folder) throws IOException {
        boolean hasModes = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            Files.createDirectory(
                    folder,
                    hasModes
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
                            : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            // Without file modes, the folder for temporary files is the user's own (Windows).
            if (hasModes && !isOwn(folder)) {
                throw new FileSystemException(
                        folder.toString(), null, "is not a folder owned by this user alone; remove it");
            }
        }
    }

    private static boolean isOwn(Path folder) throws IOException {
        var attributes = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var mine = Files.createTempFile("ketamine-content", "");
        try {
            return attributes.isDirectory()
                    && attributes.permissions().equals(OWNER_ALONE)
                    && attributes.owner().equals(Files.getOwner(mine));
        } finally {
            Files.delete(mine);
        }
    }
}
