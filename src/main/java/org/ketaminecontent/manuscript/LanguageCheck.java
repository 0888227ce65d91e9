package org.ketaminecontent.manuscript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.Passage;
import org.ketaminecontent.text.AuthoredText;
import org.ketaminecontent.text.Balance;
import org.ketaminecontent.text.Markdown;
import org.ketaminecontent.text.Prose;

/** Checks the language: plain words, no promises, and no benefit without its limit. */
public class LanguageCheck {

    static final double HIGHEST_GRADE = 9.0;
    private static final int LONGEST_TOLD = 300;

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z]");
    private static final Pattern COMMENT_OR_IMAGE = Pattern.compile("<!--|!\\[");

    private final BannedPhrases bannedPhrases;

    LanguageCheck(BannedPhrases bannedPhrases) {
        this.bannedPhrases = bannedPhrases;
    }

    List<Finding> findings(Manuscript manuscript, TimeBudget budget) {
        var findings = new ArrayList<Finding>();
        var content = manuscript.content();
        boolean benefit = false;
        for (var passage : content.passages()) {
            if (budget.isSpent()) {
                return List.of(TimeBudget.finding(manuscript));
            }
            phrases(passage.text()).forEach(why -> findings.add(new Finding(manuscript, passage.pointer(), 0, why)));
            if (passage.role() == Passage.Role.STATEMENT && Balance.statesBenefit(passage.text())) {
                benefit = true;
                if (!Balance.namesLimit(passage.text())) {
                    findings.add(new Finding(manuscript, passage.pointer(), 0, "states a benefit without its limit"));
                }
            }
        }
        var sections = Section.of(content.body());
        if (content.body() != null) {
            benefit |= body(manuscript, content.body(), sections, findings, budget);
        }
        if (benefit && content.riskSummary() == null && content.needsRiskSummary()) {
            findings.add(
                    new Finding(manuscript, "/riskSummary", 0, "is missing, although the document states a benefit"));
        }
        var grade = grade(content, sections);
        if (grade != null && grade > HIGHEST_GRADE) {
            findings.add(new Finding(manuscript, "", 0, "reading grade " + grade + " is over " + HIGHEST_GRADE));
        }
        return findings;
    }

    /** A section of running text, and its blocks as plain words. */
    private record Section(Markdown.Part part, List<String> blocks) {

        static List<Section> of(@Nullable String body) {
            return body == null
                    ? List.of()
                    : Markdown.parts(body).stream()
                            .map(part -> new Section(part, Markdown.blocks(part.text())))
                            .toList();
        }
    }

    /** The reading grade of all sentences, or null for too little text. */
    public static @Nullable Double grade(Content content) {
        return grade(content, Section.of(content.body()));
    }

    private static @Nullable Double grade(Content content, List<Section> sections) {
        var paragraphs = new ArrayList<String>();
        content.passages().stream()
                .filter(passage -> passage.role() == Passage.Role.PROSE || passage.role() == Passage.Role.STATEMENT)
                .map(Passage::text)
                .forEach(paragraphs::add);
        for (var section : sections) {
            if (section.part().heading() != null) {
                paragraphs.add(section.part().heading());
            }
            paragraphs.addAll(section.blocks());
        }
        return Prose.grade(paragraphs);
    }

    private boolean body(
            Manuscript manuscript, String body, List<Section> sections, List<Finding> findings, TimeBudget budget) {
        var anchors = new HashSet<String>();
        int words = 0;
        boolean benefit = false;
        for (var section : sections) {
            if (budget.isSpent()) {
                findings.add(TimeBudget.finding(manuscript));
                return benefit;
            }
            var part = section.part();
            var text = String.join("\n", section.blocks());
            words += Prose.words(text) + (part.heading() == null ? 0 : Prose.words(part.heading()));
            if (Balance.statesBenefit(text)) {
                benefit = true;
                if (!Balance.namesLimit(text)) {
                    findings.add(inBody(manuscript, part.line(), "this section states a benefit without its limit"));
                }
            }
            if (part.heading() != null && part.anchor() == null) {
                findings.add(inBody(manuscript, part.line(), "the heading needs an anchor, such as {#what-it-is}"));
            }
            if (!part.mark().isEmpty() && !part.isEditorial()) {
                findings.add(inBody(
                        manuscript,
                        part.line(),
                        "the mark '" + AuthoredText.shortened(part.mark(), LONGEST_TOLD)
                                + "' is unknown: a heading may have " + Markdown.EDITORIAL));
            }
            if (part.heading() == null && sections.size() > 1) {
                findings.add(inBody(manuscript, part.line(), "there is text before the first heading"));
            }
            if (part.anchor() != null && PageContent.TAKEN.contains(part.anchor())) {
                findings.add(inBody(
                        manuscript,
                        part.line(),
                        "the anchor '" + part.anchor() + "' is reserved: pages use it already"));
            }
            if (part.anchor() != null && !anchors.add(part.anchor())) {
                findings.add(inBody(manuscript, part.line(), "the anchor '" + part.anchor() + "' appears twice"));
            }
            for (var block : section.blocks()) {
                phrases(block)
                        .forEach(why ->
                                findings.add(inBody(manuscript, BodyLines.lineOf(body, part.line(), block), why)));
            }
        }
        var length = manuscript.content().bodyLength();
        if (words < length.least() || words > length.most()) {
            findings.add(inBody(
                    manuscript,
                    1,
                    "the text has " + words + " words, and should have " + length.least() + " to " + length.most()));
        }
        var lines = body.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (holdsHtml(lines.get(i))) {
                findings.add(inBody(manuscript, i + 1, "HTML and images are not allowed"));
            }
        }
        return benefit;
    }

    private static boolean holdsHtml(String line) {
        // Not one pattern from < to >: it would read to the end of the line from every <.
        int close = line.lastIndexOf('>');
        return close > 0 && TAG.matcher(line).region(0, close).find()
                || COMMENT_OR_IMAGE.matcher(line).find();
    }

    private static Finding inBody(Manuscript manuscript, int line, String message) {
        return new Finding(manuscript, "/body", line, message);
    }

    /** The banned phrases in a text, each with its reason. */
    List<String> phrases(String paragraph) {
        var found = new ArrayList<String>();
        for (var sentence : Prose.sentences(paragraph)) {
            if (sentence.length() > Sentence.LONGEST) {
                found.add("a sentence has " + sentence.length() + " characters, and may have " + Sentence.LONGEST);
                continue;
            }
            bannedPhrases
                    .in(sentence)
                    .ifPresent(phrase -> found.add("uses a banned phrase (" + phrase.id() + "): \""
                            + AuthoredText.shortened(sentence, LONGEST_TOLD) + "\" " + phrase.why()));
        }
        return found;
    }
}
