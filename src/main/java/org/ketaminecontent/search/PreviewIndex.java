package org.ketaminecontent.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.io.IOException;

/**
 * The index with a draft published. Requests with a preview token run in a transaction that contains the draft; for
 * each, the live index is copied and updated with the transaction's changes.
 */
@ApplicationScoped
class PreviewIndex {

    private final IndexUpdate update;
    private final IndexOpener opener;

    PreviewIndex(IndexUpdate update, IndexOpener opener) {
        this.update = update;
        this.opener = opener;
    }

    /** Tells whether the request has a preview token. */
    static boolean isAsked() {
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /** Reads the live content including the draft. */
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
