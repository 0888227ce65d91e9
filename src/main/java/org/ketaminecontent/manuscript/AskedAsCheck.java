package org.ketaminecontent.manuscript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks the readers' questions of a document: a sufficient number or none, each different. */
final class AskedAsCheck {

    private static final int LEAST = 8;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private AskedAsCheck() {}

    static List<Finding> findings(Manuscript manuscript) {
        var asked = manuscript.content().askedAs();
        var findings = new ArrayList<Finding>();
        if (!asked.isEmpty() && asked.size() < LEAST) {
            findings.add(new Finding(
                    manuscript, "/askedAs", 0, "must have " + LEAST + " to 20 items or none, and has " + asked.size()));
        }
        var title = folded(manuscript.content().heading());
        var seen = new HashSet<String>();
        for (int i = 0; i < asked.size(); i++) {
            var words = folded(asked.get(i));
            if (words.equals(title)) {
                findings.add(new Finding(
                        manuscript, "/askedAs/" + i, 0, "repeats the title, which search finds it by already"));
            } else if (!seen.add(words)) {
                findings.add(new Finding(manuscript, "/askedAs/" + i, 0, "appears twice"));
            }
        }
        return findings;
    }

    /** Normalizes a text as the search does, without case and punctuation. */
    private static String folded(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
