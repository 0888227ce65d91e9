package org.ketaminecontent.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.io.IOException;

/**
 * The index as it would be with a draft published. Whoever asks with a preview's token does so within a transaction in which
 * it is; the index of everybody else is copied for that one question, and moved on by what the transaction did.
 */
@ApplicationScoped
class PreviewIndex {

    private final IndexUpdate update;
    private final IndexOpener opener;

    PreviewIndex(IndexUpdate update, IndexOpener opener) {
        this.update = update;
        this.opener = opener;
    }

    /** Whether the question is one of somebody with a preview's token. */
    static boolean isAsked() {
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /** What a reading finds with the draft among what is live. */
    <T> T read(LiveSearcher live, SearchIndex.Reading<T> reading) throws IOException {
        try (var preview = opener.openAnother()) {
            preview.copy(live);
            update.follow(preview);
            var searcher = preview.acquire();
            try {
                return reading.from(searcher);
            } finally {
                preview.release(searcher);
            }
        }
    }
}
