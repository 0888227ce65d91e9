package org.ketaminecontent.text;

import java.util.List;
import java.util.Map;

/** Converts stored running text into the delivered sections. */
public final class Sections {

    /** The anchor of a text without headings. */
    public static final String WHOLE = "text";

    private Sections() {}

    public static List<Section> of(String body, TextTarget target, Map<String, String> citationLabels) {
        return Markdown.parts(body).stream()
                .map(part -> section(part, target, citationLabels))
                .toList();
    }

    private static Section section(Markdown.Part part, TextTarget target, Map<String, String> citationLabels) {
        var anchor = part.anchor() == null ? WHOLE : part.anchor();
        var benefit = Balance.statesBenefit(String.join("\n", Markdown.blocks(part.text())));
        return new Section(
                anchor, part.heading(), benefit, MarkdownRenderer.render(part.text(), target, citationLabels));
    }
}
