package org.ketaminecontent.search;

/** The fields of the index beside those of {@link TextField}. */
final class IndexFields {

    /** Stored, and the key by which a document is replaced. */
    static final String ID = "id";

    static final String COLLECTION = "collection";
    static final String THEME = "theme";
    static final String CERTAINTY = "certainty";

    /** Such as {@code icd-10-cm|F33.2}. */
    static final String CODE = "code";

    /** All words of all texts by their stems: in how many documents a word stands decides how much it says. */
    static final String STEM = "stem";

    /** All words as they are written: the dictionary, and what tells an exact match. */
    static final String WORD = "word";

    /** Title and other names word by word as they are written, for what begins with something. */
    static final String BEGINNING = "beginning";

    /** The title as a whole in small letters. */
    static final String WHOLE_TITLE = "wholeTitle";

    /** Title, names and questions, each as the stems of all its words: what was asked for by its very name. */
    static final String WHOLE = "whole";

    /** The products that title, names and summary speak of; see {@link SearchedProduct}. */
    static final String PRODUCTS = "products";

    /** The place of the collection in {@link Collection}. */
    static final String KIND = "kind";

    /** Characters of the title. */
    static final String TITLE_LENGTH = "titleLength";

    // Stored alone.
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
