package org.ketaminecontent.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The documents of one index segment that contain a phrase, in ascending order. */
final class PhrasePostings {

    static final int NO_MORE = PostingsEnum.NO_MORE_DOCS;

    private final PostingsEnum[] words;

    /** The same words, the rarest first. */
    private final PostingsEnum[] byRarity;

    private int document = -1;
    private int times;

    private PhrasePostings(PostingsEnum[] words) {
        this.words = words;
        byRarity = words.clone();
        if (words.length > 1) {
            Arrays.sort(byRarity, Comparator.comparingLong(PostingsEnum::cost));
        }
    }

    /** Null if one of the words does not occur. */
    static @Nullable PhrasePostings of(TermsEnum dictionary, List<String> stems) throws IOException {
        int flags = stems.size() == 1 ? PostingsEnum.FREQS : PostingsEnum.POSITIONS;
        var words = new PostingsEnum[stems.size()];
        for (int i = 0; i < words.length; i++) {
            if (!dictionary.seekExact(new BytesRef(stems.get(i)))) {
                return null;
            }
            words[i] = dictionary.postings(null, flags);
        }
        return words.length == 0 ? null : new PhrasePostings(words);
    }

    /** The current document; -1 before the first, {@link #NO_MORE} after the last. */
    int document() {
        return document;
    }

    /** The number of occurrences in the current document, from 1. */
    int times() {
        return times;
    }

    int next() throws IOException {
        document = byRarity[0].nextDoc();
        if (words.length == 1) {
            times = document == NO_MORE ? 0 : words[0].freq();
            return document;
        }
        while (document != NO_MORE && !standsHere()) {
            document = byRarity[0].nextDoc();
        }
        return document;
    }

    private boolean standsHere() throws IOException {
        for (int i = 1; i < byRarity.length; i++) {
            int at = byRarity[i].docID();
            if (at < document) {
                at = byRarity[i].advance(document);
            }
            if (at != document) {
                return false;
            }
        }
        times = timesInARow();
        return times > 0;
    }

    private int timesInARow() throws IOException {
        var next = new int[words.length];
        var left = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            next[i] = -1;
            left[i] = words[i].freq();
        }
        int found = 0;
        while (left[0]-- > 0) {
            int position = words[0].nextPosition();
            boolean follows = true;
            for (int i = 1; i < words.length && follows; i++) {
                while (next[i] < position + i) {
                    if (left[i] == 0) {
                        return found;
                    }
                    next[i] = words[i].nextPosition();
                    left[i]--;
                }
                follows = next[i] == position + i;
            }
            found += follows ? 1 : 0;
        }
        return found;
    }
}
