package org.ketaminecontent.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.SearchText;

/**
 * The text of a document with one sentence in each line, and the positions of its sections.
 *
 * @param places such as {@code 120\tdose\tHow much is given}: offset, anchor and heading of a section
 */
record SearchableBody(String text, List<String> places) {

    /** The separator of sentences, which none contains. */
    static final char END = '\n';

    private static final String COLUMN = "\t";
    private static final int COLUMNS = 3;

    static SearchableBody of(List<SearchText.Part> parts, Locale locale) {
        var text = new StringBuilder();
        var places = new ArrayList<String>();
        for (var part : parts) {
            places.add(String.join(COLUMN, String.valueOf(text.length()), plain(part.anchor()), plain(part.heading())));
            var sentences = part.whole() ? List.of(Sentences.oneLine(part.text())) : Sentences.of(part.text(), locale);
            sentences.forEach(sentence -> text.append(sentence).append(END));
        }
        return new SearchableBody(text.toString(), places);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : Sentences.oneLine(text);
    }

    /** The start of a section. */
    record Place(
            int offset, @Nullable String anchor, @Nullable String heading) {

        static Place of(String line) {
            var columns = line.split(COLUMN, COLUMNS);
            return new Place(Integer.parseInt(columns[0]), nullIfEmpty(columns[1]), nullIfEmpty(columns[2]));
        }

        private static @Nullable String nullIfEmpty(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
