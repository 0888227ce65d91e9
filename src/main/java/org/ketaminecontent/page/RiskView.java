package org.ketaminecontent.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.RiskDocument;
import org.ketaminecontent.delivery.IconArray;

/**
 * A risk as a template shows it: its numbers in sentences, and its drawing.
 *
 * @param picture the address of the drawing; null if there is none, or a drawing above it shows the same counts
 * @param width of the drawing in pixels; 0 if there is none
 * @param height likewise, so that nothing moves when it is loaded
 * @param isFolded true if the reader opens the drawing: one in sight is enough for a screen
 */
public record RiskView(
        String id,
        String outcome,
        List<String> sentences,
        String limit,
        @Nullable String picture,
        int width,
        int height,
        boolean isFolded,
        @Nullable String certainty,
        List<DocumentView.Link> references) {

    /** The risks with each drawing once: that of a benefit also shows the harms that balance it. */
    static List<RiskView> of(List<RiskDocument> risks, LinkedDocuments neighbours) {
        var drawn = new HashSet<String>();
        var shown = new ArrayList<RiskView>();
        for (var risk : risks) {
            boolean isNew = risk.picture() != null && drawn.add(risk.id());
            shown.add(of(risk, isNew ? drawing(risk, risks) : null, drawn.size() > 1, neighbours));
            if (isNew) {
                drawn.addAll(risk.balancedBy());
            }
        }
        return shown;
    }

    private static IconArray drawing(RiskDocument risk, List<RiskDocument> risks) {
        return IconArray.of(
                risk,
                risks.stream()
                        .filter(each -> risk.balancedBy().contains(each.id()))
                        .toList());
    }

    private static RiskView of(
            RiskDocument risk, @Nullable IconArray drawing, boolean isFolded, LinkedDocuments neighbours) {
        var text = risk.text();
        return new RiskView(
                risk.id(),
                risk.outcome() + ", " + risk.timeframeText(),
                Stream.of(text.with(), text.without(), text.positive())
                        .filter(Objects::nonNull)
                        .toList(),
                risk.limit(),
                drawing == null ? null : risk.picture(),
                drawing == null ? 0 : drawing.width(),
                drawing == null ? 0 : drawing.height(),
                isFolded,
                DocumentView.certainty(risk.certainty(), risk.certaintySource(), neighbours),
                DocumentView.sources(risk.references(), neighbours));
    }
}
