package org.ketaminecontent.content;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.text.Section;

/**
 * A document as it is searched for; plain text.
 *
 * @param names what else it is called
 * @param asked how readers ask for it; matched, and never shown
 * @param numbers how many people something happened to, in words; shown, and not searched for
 * @param certainties of what it says about efficacy, each once
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
     * A stretch of text; one without anchor stands above the sections.
     *
     * @param whole whether it must be shown as a whole or not at all, such as a claim with its verdict
     */
    public record Part(@Nullable String anchor, @Nullable String heading, String text, boolean whole) {}

    /** A document that has not been told yet how readers ask for it. */
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
     * The same with how readers ask for it, which the document itself does not say, and with each risk in both framings and its
     * limit: a benefit is delivered only with the harms that balance it.
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

    /** A document that is found by its title, names and text alone. */
    public static SearchText of(String title, List<String> names, String summary, List<Part> parts) {
        return new SearchText(title, names, summary, null, null, List.of(), List.of(), parts);
    }

    /**
     * Statements that stand above the sections, and the sections.
     *
     * @param above each of which says what it says as a whole alone
     */
    public static List<Part> parts(List<String> above, List<Section> sections) {
        return Stream.concat(
                        above.stream().map(statement -> new Part(null, null, statement, true)),
                        sections.stream()
                                .map(section -> new Part(section.anchor(), section.heading(), section.body(), false)))
                .toList();
    }
}
