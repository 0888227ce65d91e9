package org.ketaminecontent.content;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is searched for; plain text.
 *
 * @param names what else it is called
 * @param certainties of what it says about efficacy, each once
 */
public record SearchText(
        String title,
        List<String> names,
        String summary,
        @Nullable String riskSummary,
        @Nullable Theme theme,
        List<Certainty> certainties,
        List<CodeDocument> codes,
        List<Part> parts) {

    /** A stretch of text; one without anchor stands above the sections. */
    public record Part(@Nullable String anchor, @Nullable String heading, String text) {}

    /** A document that is found by its title, names and text alone. */
    public static SearchText of(String title, List<String> names, String summary, List<Part> parts) {
        return new SearchText(title, names, summary, null, null, List.of(), List.of(), parts);
    }

    /** What stands above the sections, and the sections. */
    public static List<Part> parts(List<String> above, List<Section> sections) {
        return Stream.concat(
                        Stream.of(new Part(null, null, String.join("\n", above))),
                        sections.stream().map(section -> new Part(section.anchor(), section.heading(), section.body())))
                .toList();
    }
}
