package org.ketaminecontent.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Highlights matches in HTML with {@code <mark>} as the only element. It shows whole sentences, because half of one may
 * say
 * what the whole denies.
 */
final class SentenceHighlighter {

    /** The length in characters up to which the next sentence is included, since it often qualifies the one before. */
    private static final int SHORT = 240;

    private static final String OPEN = "<mark>";
    private static final String CLOSE = "</mark>";

    private SentenceHighlighter() {}

    /**
     * The best matching part of a text.
     *
     * @param start its offset in the text
     * @param html empty if nothing matches
     */
    record Passage(int start, String html) {

        static final Passage NONE = new Passage(0, "");
    }

    /** The whole text with highlights. */
    static String whole(String text, List<MatchSpan> marks) {
        return html(text, 0, text.length(), marks);
    }

    /**
     * The best matching sentence.
     *
     * @param marks the matches in the order of the text
     * @param weights the weight of each concept
     * @param parts offsets of parts of the text, which no passage crosses
     */
    static Passage best(String text, List<MatchSpan> marks, IntToDoubleFunction weights, List<Integer> parts) {
        double most = 0;
        var best = new int[] {0, 0};
        for (int i = 0; i < marks.size(); ) {
            int start = text.lastIndexOf(SearchableBody.END, marks.get(i).start()) + 1;
            int end = end(text, marks.get(i).start());
            double worth = 0;
            var seen = new ArrayList<Integer>();
            for (; i < marks.size() && marks.get(i).start() < end; i++) {
                var mark = marks.get(i);
                if (!seen.contains(mark.concept())) {
                    seen.add(mark.concept());
                    worth += weights.applyAsDouble(mark.concept()) * mark.nearness().weight;
                }
            }
            if (worth > most) {
                most = worth;
                best = new int[] {start, end};
            }
        }
        return most == 0 ? Passage.NONE : passage(text, best[0], best[1], marks, parts);
    }

    private static Passage passage(String text, int start, int end, List<MatchSpan> marks, List<Integer> parts) {
        var html = html(text, start, end, marks);
        int next = end + 1;
        if (next < text.length() && !parts.contains(next)) {
            int nextEnd = end(text, next);
            if (nextEnd - start <= SHORT) {
                html += " " + html(text, next, nextEnd, marks);
            }
        }
        return new Passage(start, html);
    }

    private static int end(String text, int from) {
        int end = text.indexOf(SearchableBody.END, from);
        return end < 0 ? text.length() : end;
    }

    private static String html(String text, int start, int end, List<MatchSpan> marks) {
        var html = new StringBuilder();
        int done = start;
        for (var mark : marks) {
            if (mark.start() >= done && mark.end() <= end) {
                html.append(escaped(text, done, mark.start()))
                        .append(OPEN)
                        .append(escaped(text, mark.start(), mark.end()))
                        .append(CLOSE);
                done = mark.end();
            }
        }
        return html.append(escaped(text, done, end)).toString();
    }

    /** By hand: a library with all named entities would take a quarter of the time of a search. */
    private static String escaped(String text, int start, int end) {
        var escaped = new StringBuilder(end - start + 8);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
