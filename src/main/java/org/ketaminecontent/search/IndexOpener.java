package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.live.SearchTexts;

/** Opens the index of an earlier start, or finds a place for a new one. */
@ApplicationScoped
class IndexOpener {

    private static final Logger LOG = Logger.getLogger(IndexOpener.class);

    private static final Path TEMPORARY_FILES = Path.of(System.getProperty("java.io.tmpdir"));

    private final SearchConfig config;
    private final SearchTexts texts;
    private final SearchLanguage language = new SearchLanguage(Languages.DEFAULT);

    IndexOpener(SearchConfig config, SearchTexts texts) {
        this.config = config;
        this.texts = texts;
    }

    /** The stored index, empty if it cannot be used; a temporary one if there is no place to store it. */
    LiveIndex open() throws IOException {
        var directory = config.directory();
        if (directory.isEmpty()) {
            return openAnother();
        }
        var path = directory.get().toAbsolutePath().resolve(language.tag());
        try {
            return openKept(path);
        } catch (LockObtainFailedException e) {
            LOG.warnf("Another process uses the search index in %s: this process makes its own", path);
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The search index cannot be stored in %s: %s", path, e.getMessage());
        }
        return openAnother();
    }

    private LiveIndex openKept(Path path) throws IOException {
        var folder = IndexFolder.kept(path);
        try {
            return LiveIndex.open(language, folder, texts.build());
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The search index in %s cannot be read and is being rebuilt: %s", path, e.getMessage());
            folder.clear();
            return LiveIndex.open(language, folder, texts.build());
        }
    }

    /** An empty temporary index. */
    LiveIndex openAnother() throws IOException {
        return LiveIndex.open(language, IndexFolder.temporary(TEMPORARY_FILES), texts.build());
    }
}
