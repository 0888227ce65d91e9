package org.ketaminecontent.embed;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.page.CountryContacts;
import org.ketaminecontent.page.DocumentView;
import org.ketaminecontent.text.MarkdownRenderer;

/** The approximate height that a frame needs, by the words that it shows, for hosts without its script. */
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
    private static final int PICTURE_LINES = 12;

    private FrameHeight() {}

    /** Pixels; rather too many than too few. */
    static int of(EmbedContent content, int width) {
        double size = content.looks().fontSize() / 100.0;
        int letters = Math.max(1, (int) ((Math.max(width, LEAST_WIDTH) - INSET) / (LETTER * size)));
        int lines = Stream.of(
                        common(content),
                        content.views().stream().flatMap(FrameHeight::texts),
                        content.countries().stream().flatMap(FrameHeight::texts))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .mapToInt(text -> lines(text.length(), letters))
                .sum();
        lines += lines(COMMON_LETTERS, letters) + 2 + PICTURE_LINES * pictures(content);
        if (content.crisis() != null) {
            lines += lines(CRISIS_LETTERS, letters) + 1;
        }
        return Math.min(MOST, Math.max(LEAST, INSET + (int) (lines * LINE * size)));
    }

    private static int lines(int length, int letters) {
        return 1 + (length + letters - 1) / letters;
    }

    private static int pictures(EmbedContent content) {
        return (int) content.views().stream()
                .flatMap(view -> view.parts().stream())
                .flatMap(part -> part.risks().stream())
                .filter(risk -> risk.picture() != null && !risk.isFolded())
                .count();
    }

    private static Stream<@Nullable String> common(EmbedContent content) {
        var looks = content.looks();
        var box = content.kind() == EmbedTarget.Kind.SEARCH ? "box".repeat(100) : null;
        // Headings are larger.
        var title = content.isDocument() ? null : content.title() + content.title();
        return Stream.of(title, content.meta().regulatoryNotice(), content.review(), looks.clinic(), box);
    }

    private static Stream<@Nullable String> texts(DocumentView view) {
        return Stream.concat(
                Stream.of(view.title() + view.title(), view.lede(), view.riskSummary()),
                view.parts().stream().flatMap(FrameHeight::texts));
    }

    private static Stream<@Nullable String> texts(CountryContacts country) {
        return Stream.concat(
                Stream.of(country.name()),
                country.contacts().stream()
                        .flatMap(contact -> Stream.of(
                                        List.of(contact.title()),
                                        contact.ways().stream()
                                                .map(way -> way.title().repeat(2))
                                                .toList(),
                                        contact.facts().stream()
                                                .map(fact -> fact.label() + ": " + fact.text())
                                                .toList())
                                .flatMap(List::stream)));
    }

    private static Stream<@Nullable String> texts(DocumentView.Part part) {
        var items = part.items().stream()
                .map(item ->
                        joined(item.label(), item.text(), item.limit(), item.certainty()) + titles(item.references()));
        var risks = part.risks().stream()
                .map(risk -> joined(risk.outcome(), String.join(" ", risk.sentences()), risk.limit(), risk.certainty())
                        + titles(risk.references()));
        var html = part.html();
        var running = html == null
                ? Stream.<String>empty()
                : Stream.of(html.split("</(?:p|li|tr)>")).map(MarkdownRenderer::words);
        return Stream.of(Stream.ofNullable(part.heading()), items, risks, running)
                .flatMap(each -> each);
    }

    private static String joined(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining("  "));
    }

    private static String titles(List<DocumentView.Link> references) {
        return references.stream().map(DocumentView.Link::title).collect(Collectors.joining("; "));
    }
}
