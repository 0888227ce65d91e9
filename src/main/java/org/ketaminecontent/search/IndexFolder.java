package org.ketaminecontent.search;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The folder of the index files. If it cannot be used, this is logged, and search uses memory. */
final class IndexFolder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IndexFolder.class);

    private static final String PREFIX = "ketamine-content-search-";

    /** A younger folder may be one whose process has not yet begun to write. */
    private static final Duration SURELY_BEGUN = Duration.ofMinutes(5);

    private final Directory directory;

    /** The folder to remove at the end; null if it is kept, or there is none. */
    private final @Nullable Path temporary;

    private IndexFolder(Directory directory, @Nullable Path temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    /** A folder that keeps the index from one start to the next. */
    static IndexFolder kept(Path path) throws IOException {
        Files.createDirectories(path);
        return new IndexFolder(new MMapDirectory(path), null);
    }

    /**
     * A private temporary folder; memory if there is none.
     *
     * @param among the folder for temporary files. Folders in it that a process left when it was killed are removed
     */
    static IndexFolder temporary(Path among) {
        try {
            var path = Files.createTempDirectory(among, PREFIX);
            removeLeft(among, path);
            return new IndexFolder(new MMapDirectory(path), path);
        } catch (IOException e) {
            LOG.warnf("The search index is kept in memory, because no folder can be used: %s", e.getMessage());
            return new IndexFolder(new ByteBuffersDirectory(), null);
        }
    }

    private static void removeLeft(Path among, Path mine) {
        try (var folders = Files.newDirectoryStream(among, folder -> isLeft(folder, mine))) {
            for (var folder : folders) {
                removeUnlessUsed(folder);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debugf("Nothing is removed from %s: %s", among, e.getMessage());
        }
    }

    /** Other users' folders, and links to them, are left alone. */
    private static boolean isLeft(Path folder, Path mine) throws IOException {
        return folder.getFileName().toString().startsWith(PREFIX)
                && Files.isDirectory(folder, NOFOLLOW_LINKS)
                && Files.getOwner(folder).equals(Files.getOwner(mine))
                && modified(folder).isBefore(modified(mine).minus(SURELY_BEGUN));
    }

    private static Instant modified(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder).toInstant();
    }

    private static void removeUnlessUsed(Path folder) {
        try (var directory = new MMapDirectory(folder)) {
            directory.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
            IOUtils.rm(folder);
        } catch (IOException inUse) {
            LOG.debugf("%s stays: %s", folder, inUse.getMessage());
        }
    }

    Directory directory() {
        return directory;
    }

    /**
     * The only writer of the index.
     *
     * @throws LockObtainFailedException if another process writes to it
     */
    IndexWriter writer(IndexWriterConfig config) throws IOException {
        return new IndexWriter(directory, config);
    }

    /** Removes all files. */
    void clear() throws IOException {
        for (var file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
        if (temporary != null) {
            IOUtils.rm(temporary);
        }
    }
}
