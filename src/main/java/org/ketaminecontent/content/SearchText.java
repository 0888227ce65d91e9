package org.ketaminecontent.content;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.text.Section;

/**
 * A document's texts for the search index, as plain text.
 *
 * @param names other names
 * @param asked the words in which readers ask for it; matched, and never shown
 * @param numbers the risks in words; shown, and not searched
 * @param certainties the certainties of its statements on efficacy, each once
 */
public record SearchText(
        String title,
        List<String> names,
        List<String> asked,
        String summary,
        @Nullable String riskSummary,
        @Nullable Theme theme,
        List<Certainty> certainties,
        List<CodeDocument> codes,
        List<Part> parts,
        @Nullable String numbers) {

    /**
     * A part of the text; one without an anchor is above the sections.
     *
     * @param whole whether it must be shown whole or not at all, such as a claim with its verdict
     */
    public record Part(@Nullable String anchor, @Nullable String heading, String text, boolean whole) {}

    /** A document without readers' questions. */
    public SearchText(
            String title,
            List<String> names,
            String summary,
            @Nullable String riskSummary,
            @Nullable Theme theme,
            List<Certainty> certainties,
            List<CodeDocument> codes,
            List<Part> parts) {
        this(title, names, List.of(), summary, riskSummary, theme, certainties, codes, parts, null);
    }

    /**
     * The same with readers' questions, which the document itself does not contain, and with each risk in both framings
     * and with its limit. A benefit is delivered only with the harms that balance it.
     */
    public SearchText with(List<String> questions, List<RiskDocument> risks) {
        var told = risks.stream()
                .flatMap(risk -> Stream.of(
                        risk.text().with(), risk.text().without(), risk.text().positive(), risk.limit()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new SearchText(
                title,
                names,
                questions,
                summary,
                riskSummary,
                theme,
                certainties,
                codes,
                parts,
                told.isEmpty() ? null : told);
    }

    /** A document with only a title, names and text. */
    public static SearchText of(String title, List<String> names, String summary, List<Part> parts) {
        return new SearchText(title, names, summary, null, null, List.of(), List.of(), parts);
    }

    /**
     * Statements above the sections, followed by the sections.
     *
     * @param above statements that can each be shown alone
     */
    public static List<Part> parts(List<String> above, List<Section> sections) {
        return Stream.concat(
                        above.stream().map(statement -> new Part(null, null, statement, true)),
                        sections.stream()
                                .map(section -> new Part(section.anchor(), section.heading(), section.body(), false)))
                .toList();
    }
}
