package org.ketaminecontent.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the feed of changes, before it is written in one of its forms.
 *
 * @param next where the earlier changes are; null on the last page
 * @param previous where the later changes are; null on the first page
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

    /**
     * A change.
     *
     * @param id a UUID of its own, as a URN
     * @param url the document's page; null where it is there no more
     */
    record Item(String id, @Nullable String url, String title, String summary, String category, Instant at) {}
}
