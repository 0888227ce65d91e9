package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.live.SearchTexts;

/** Finds a place for the index, and what an earlier start left there. */
@ApplicationScoped
class IndexOpener {

    private static final Logger LOG = Logger.getLogger(IndexOpener.class);

    private final SearchConfig config;
    private final SearchTexts texts;
    private final SearchLanguage language = new SearchLanguage(Languages.DEFAULT);

    IndexOpener(SearchConfig config, SearchTexts texts) {
        this.config = config;
        this.texts = texts;
    }

    /** The index that is kept, empty where there is none that is of use; one that nobody keeps where there is no place for it. */
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

    /** An empty index that is gone when the process ends. */
    LiveIndex openAnother() throws IOException {
        return LiveIndex.open(language, IndexFolder.temporary(), texts.build());
    }
}
