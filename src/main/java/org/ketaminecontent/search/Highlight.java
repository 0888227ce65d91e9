package org.ketaminecontent.search;

import org.apache.commons.text.StringEscapeUtils;

/** Marks what fits, in HTML. */
final class Highlight {

    private Highlight() {}

    /** HTML in which nothing but {@code <mark>} is markup. */
    static String html(String marked) {
        return StringEscapeUtils.escapeHtml4(marked)
                .replace(String.valueOf(SearchIndex.MARK), "<mark>")
                .replace(String.valueOf(SearchIndex.UNMARK), "</mark>");
    }
}
