package org.ketaminecontent.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found for a reader's words.
 *
 * @param weak whether nothing fits well
 * @param hasMore whether there is a next page
 * @param state what the index is of
 */
record SearchHits(
        ParsedQuestion understood,
        List<Hit> hits,
        boolean weak,
        boolean hasMore,
        SearchAnswer.@Nullable Facets facets,
        IndexState state) {

    /** A document that was found; highlights are safe HTML. */
    record Hit(
            StoredHit document,
            String title,
            String summary,
            SentenceHighlighter.Passage passage,
            MatchedBy matchedBy,
            boolean related,
            double score) {}

    /** Whether crisis contacts must stand beside what was found. */
    boolean needsCrisis() {
        return hits.stream().anyMatch(hit -> hit.document().crisisSupport());
    }
}
