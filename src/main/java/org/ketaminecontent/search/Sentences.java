package org.ketaminecontent.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits texts into sentences, the smallest unit that is shown. */
final class Sentences {

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern LIST_MARK = Pattern.compile("^(?:[-*•]|\\d+\\.)\\s+");

    /** Abbreviations whose period ends no sentence. */
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[\\s(])(?:[A-Za-z]|e\\.g|i\\.e|[Dd]r|[Mm]rs?|[Mm]s|vs|[Nn]o|etc|approx|St|Fig|cf)\\.\\s*$");

    private Sentences() {}

    /** The sentences of a text, each in one line. */
    static List<String> of(String text, Locale locale) {
        var sentences = new ArrayList<String>();
        for (var line : text.split("\\R+")) {
            var plain = LIST_MARK.matcher(oneLine(line)).replaceFirst("");
            if (!plain.isEmpty()) {
                addSentences(plain, locale, sentences);
            }
        }
        return sentences;
    }

    /** The text in one line. */
    static String oneLine(String text) {
        return BLANK.matcher(text).replaceAll(" ").strip();
    }

    private static void addSentences(String line, Locale locale, List<String> sentences) {
        var breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(line);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (isEnd(line, start, end)) {
                sentences.add(line.substring(start, end).strip());
                start = end;
            }
        }
        if (start < line.length()) {
            sentences.add(line.substring(start).strip());
        }
    }

    private static boolean isEnd(String line, int start, int end) {
        return end == line.length()
                || (!Character.isLowerCase(line.charAt(end))
                        && !ABBREVIATION.matcher(line.substring(start, end)).find());
    }
}
