package org.ketaminecontent.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Shows where a document fits a question, in HTML in which nothing but {@code <mark>} is markup. It shows whole sentences: half
 * of one may say what the whole denies.
 */
final class SentenceHighlighter {

    /** Characters up to which the next sentence comes along: it often says how far the one before is true. */
    private static final int SHORT = 240;

    private static final String OPEN = "<mark>";
    private static final String CLOSE = "</mark>";

    private SentenceHighlighter() {}

    /**
     * The part of a text that fits best.
     *
     * @param start where it begins in the text
     * @param html empty where nothing fits
     */
    record Passage(int start, String html) {

        static final Passage NONE = new Passage(0, "");
    }

    /** A text as a whole. */
    static String whole(String text, List<MatchSpan> marks) {
        return html(text, 0, text.length(), marks);
    }

    /**
     * The sentence that fits best.
     *
     * @param marks in the order of the text
     * @param weights how much each of the things that are asked for says
     * @param parts where parts of the text begin, into which no passage goes on
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

    /** By hand: a library that knows every name of HTML takes a quarter of all the time that a search does. */
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
