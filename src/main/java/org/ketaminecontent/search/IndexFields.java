package org.ketaminecontent.search;

/** The fields of the index besides those of {@link TextField}. */
final class IndexFields {

    /** The id: stored, and the key by which a document is replaced. */
    static final String ID = "id";

    static final String COLLECTION = "collection";
    static final String THEME = "theme";
    static final String CERTAINTY = "certainty";

    /** A clinical code, such as {@code icd-10-cm|F33.2}. */
    static final String CODE = "code";

    /** The stems of all words in all texts, for document frequencies. */
    static final String STEM = "stem";

    /** All words as written, for the dictionary and for exact matches. */
    static final String WORD = "word";

    /** Title and other names as single words, for prefixes. */
    static final String BEGINNING = "beginning";

    /** The whole title in lower case. */
    static final String WHOLE_TITLE = "wholeTitle";

    /** Title, names and questions, each as the stems of all its words, for matches of the whole text. */
    static final String WHOLE = "whole";

    /** The products named in title, names and summary; see {@link SearchedProduct}. */
    static final String PRODUCTS = "products";

    /** The weight of a hit by its content type. */
    static final String WEIGHT = "weight";

    /** The length of the title in characters. */
    static final String TITLE_LENGTH = "titleLength";

    // Only stored.
    static final String SLUG = "slug";
    static final String RISK_SUMMARY = "riskSummary";
    static final String NUMBERS = "numbers";
    static final String NAME = "name";
    static final String DISPLAY = "display";
    static final String PLACES = "places";
    static final String AT = "at";
    static final String CRISIS_SUPPORT = "crisisSupport";

    private IndexFields() {}
}
