package org.ketaminecontent.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ketamine and esketamine are different products: neither stands in for the other without a word. */
enum SearchedProduct {
    KETAMINE("ketamine", "ketamin"),
    ESKETAMINE("esketamine", "esketamin");

    private final String word;
    private final String stem;

    SearchedProduct(String word, String stem) {
        this.word = word;
        this.stem = stem;
    }

    /** The one product that is named; empty where none is, or both are. */
    static Optional<SearchedProduct> only(Set<String> stems) {
        var named = Arrays.stream(values())
                .filter(product -> stems.contains(product.stem))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** All that a text names, as one number. */
    static long in(List<String> words) {
        return Arrays.stream(values())
                .filter(product -> words.contains(product.word))
                .mapToLong(SearchedProduct::bit)
                .sum();
    }

    /** Whether a document speaks of the other product alone. */
    boolean isOther(long products) {
        return products != 0 && (products & bit()) == 0;
    }

    private long bit() {
        return 1L << ordinal();
    }
}
