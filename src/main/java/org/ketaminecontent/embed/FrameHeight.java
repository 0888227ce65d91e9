package org.ketaminecontent.embed;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.text.Markdown;

/** How high a frame has to be, about, where its own script cannot tell: from the words that it shows. */
final class FrameHeight {

    /** Pixels. */
    static final int USUAL_WIDTH = 600;

    private static final int LEAST_WIDTH = 200;
    private static final int LEAST = 100;
    private static final int MOST = 20_000;
    private static final int INSET = 46;
    private static final int LINE = 26;
    private static final double LETTER = 7.8;
    private static final int CRISIS_LETTERS = 420;
    private static final int COMMON_LETTERS = 200;

    private FrameHeight() {}

    /** Pixels; rather too many than too few. */
    static int of(DocumentReader.Read read, EmbedTarget subject, EmbedStyle looks, int width) {
        var leaf = read.document().leaf();
        var parts = subject.anchor() == null
                ? (looks.view().equals(EmbedStyle.FULL) ? leaf.parts() : leaf.brief())
                : List.of(EmbedTarget.part(leaf, subject.anchor()));
        var texts = Stream.concat(
                Stream.of(
                                leaf.title() + leaf.title(),
                                read.around().meta().regulatoryNotice(),
                                leaf.lede(),
                                leaf.riskSummary())
                        .filter(Objects::nonNull),
                parts.stream().flatMap(FrameHeight::texts));
        int letters = Math.max(1, (int) ((Math.max(width, LEAST_WIDTH) - INSET) / LETTER));
        int lines = texts.mapToInt(text -> lines(text.length(), letters)).sum();
        lines += lines(COMMON_LETTERS, letters) + 2;
        if (read.document().crisisSupport()) {
            lines += lines(CRISIS_LETTERS, letters) + 1;
        }
        return Math.min(MOST, Math.max(LEAST, INSET + lines * LINE));
    }

    private static int lines(int length, int letters) {
        return 1 + (length + letters - 1) / letters;
    }

    private static Stream<String> texts(PageContent.Part part) {
        var items = part.items().stream()
                .map(item -> Stream.of(item.label(), item.text(), item.limit(), String.valueOf(item.references()))
                        .filter(Objects::nonNull)
                        .reduce("", (a, b) -> a + "  " + b));
        var risks = part.risks().stream()
                .map(risk -> Stream.of(
                                risk.outcome(),
                                risk.text().with(),
                                risk.text().without(),
                                risk.text().positive(),
                                risk.limit())
                        .filter(Objects::nonNull)
                        .reduce("", (a, b) -> a + "  " + b));
        var html = part.html();
        return Stream.of(
                        Stream.ofNullable(part.heading()),
                        items,
                        risks,
                        html == null
                                ? Stream.<String>empty()
                                : Stream.of(html.split("</(?:p|li|tr)>")).map(Markdown::words))
                .flatMap(each -> each);
    }
}
