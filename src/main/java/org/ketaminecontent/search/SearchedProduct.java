package org.ketaminecontent.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The products ketamine and esketamine, which never silently replace each other. */
enum SearchedProduct {
    KETAMINE("ketamine", "ketamin"),
    ESKETAMINE("esketamine", "esketamin");

    private final String word;
    private final String stem;

    SearchedProduct(String word, String stem) {
        this.word = word;
        this.stem = stem;
    }

    /** The only product named; empty if none is, or both are. */
    static Optional<SearchedProduct> only(Set<String> stems) {
        var named = Arrays.stream(values())
                .filter(product -> stems.contains(product.stem))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** All products named in a text, as a bit set. */
    static long in(List<String> words) {
        return Arrays.stream(values())
                .filter(product -> words.contains(product.word))
                .mapToLong(SearchedProduct::bit)
                .sum();
    }

    /** Tells whether a document names only the other product. */
    boolean isOther(long products) {
        return products != 0 && (products & bit()) == 0;
    }

    private long bit() {
        return 1L << ordinal();
    }
}
