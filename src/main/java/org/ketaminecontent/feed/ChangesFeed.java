package org.ketaminecontent.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.Rfc3339;

/**
 * A page of the feed of changes, independent of its format.
 *
 * @param next the address of earlier changes; null on the last page
 * @param previous the address of later changes; null on the first page
 */
record ChangesFeed(
        String id,
        String title,
        String home,
        String first,
        String self,
        @Nullable String next,
        @Nullable String previous,
        Instant updated,
        List<Item> items) {

    /** The time of the latest change (RFC 3339). */
    public String updatedText() {
        return Rfc3339.text(updated);
    }

    /**
     * A change.
     *
     * @param id its own UUID, as a URN
     * @param url the address of the document's page; null if it no longer exists
     */
    record Item(String id, @Nullable String url, String title, String summary, String category, Instant at) {

        /** The time of the change (RFC 3339). */
        public String updatedText() {
            return Rfc3339.text(at);
        }
    }
}
