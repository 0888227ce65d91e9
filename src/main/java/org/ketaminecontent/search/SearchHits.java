package org.ketaminecontent.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits.
 *
 * @param weak whether nothing fits well
 * @param hasMore whether there is a next page
 * @param state the state of the index
 */
record SearchHits(
        ParsedQuestion understood,
        List<Hit> hits,
        boolean weak,
        boolean hasMore,
        SearchAnswer.@Nullable Facets facets,
        IndexState state) {

    /** A hit; highlights are safe HTML. */
    record Hit(
            StoredHit document,
            String title,
            String summary,
            SentenceHighlighter.Passage passage,
            MatchedBy matchedBy,
            boolean related,
            double score) {}

    /** Tells whether crisis contacts must be shown with the hits. */
    boolean needsCrisis() {
        return hits.stream().anyMatch(hit -> hit.document().crisisSupport());
    }
}
