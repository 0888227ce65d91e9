package org.ketaminecontent.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a reader asks for.
 *
 * @param typed the words as they were written, or as they were meant where they were misspelt
 * @param same what else it is called
 * @param near what somebody who writes this is looking for too
 * @param corrected whether a word was misspelt
 */
record Term(String typed, List<String> same, List<String> near, boolean corrected) {

    /**
     * A term with what the content has for it.
     *
     * @param typed the words as a {@code tsquery}; null where all of them are stop words
     * @param same the words and what else they are called
     * @param all these and what is near
     * @param documents how many documents speak of it, about
     */
    record Weighed(
            Term term,
            @Nullable String typed,
            @Nullable String same,
            @Nullable String all,
            int documents) {}
}
