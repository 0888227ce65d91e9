package org.ketaminecontent.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.embed.EmbedCode.Flavour;
import org.ketaminecontent.embed.EmbedCode.Script;
import org.ketaminecontent.embed.EmbedCode.Snippet;
import org.ketaminecontent.page.DocumentView;

/** Writes the HTML that puts a document into a page. */
@ApplicationScoped
class Snippets {

    /** What a frame needs to say its height, and for its links to pages and telephone numbers to work. */
    static final List<String> SANDBOX = List.of(
            "allow-scripts",
            "allow-popups",
            "allow-popups-to-escape-sandbox",
            "allow-top-navigation-to-custom-protocols");

    private final EmbedAssets assets;

    Snippets(EmbedAssets assets) {
        this.assets = assets;
    }

    /** What all snippets show. */
    record Shown(
            String title,
            String url,
            String api,
            String frame,
            @Nullable String lede,
            @Nullable String riskSummary,
            String review,
            int version,
            String updated,
            Meta meta,
            Meta.@Nullable Crisis crisis,
            EmbedStyle looks,
            int height) {}

    /** {@code templates/iframe-snippet.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IframeSnippet(Shown shown, String sandbox, Script script) implements TemplateInstance {}

    /** {@code templates/element-snippet.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ElementSnippet(Shown shown, Script script) implements TemplateInstance {}

    /** {@code templates/html-snippet.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HtmlSnippet(Shown shown) implements TemplateInstance {}

    /** {@code templates/rich-snippet.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RichSnippet(Shown shown, String sandbox, int width, int height) implements TemplateInstance {}

    Shown shown(DocumentReader.Read read, EmbedTarget subject, EmbedStyle looks) {
        var document = read.document();
        var base = read.around().base();
        var leaf = document.leaf();
        var page = read.neighbours().page(document.type(), document.slug());
        return new Shown(
                leaf.title(),
                subject.anchor() == null ? page : page + "#" + subject.anchor(),
                document.links().self(),
                subject.frame(base) + looks.query(),
                leaf.lede(),
                leaf.riskSummary(),
                DocumentView.review(document),
                document.version(),
                DocumentView.DAY.format(document.updatedAt().atZone(ZoneOffset.UTC)),
                read.around().meta(),
                document.crisisSupport() ? read.around().meta().crisis() : null,
                looks,
                FrameHeight.of(read, subject, looks, FrameHeight.USUAL_WIDTH));
    }

    /** What oEmbed consumers show: all that counts as text, and the frame after it. */
    String rich(Shown shown, int width, int height) {
        return new RichSnippet(shown, String.join(" ", SANDBOX), width, height)
                .render()
                .strip();
    }

    List<Snippet> all(Shown shown, @Nullable Flavour flavour) {
        return Stream.of(Flavour.values())
                .filter(each -> flavour == null || each == flavour)
                .map(each -> snippet(shown, each))
                .toList();
    }

    private Snippet snippet(Shown shown, Flavour flavour) {
        return switch (flavour) {
            case IFRAME -> {
                var script = script(shown, EmbedAssets.HOST_SCRIPT, assets.hostIntegrity);
                var html = new IframeSnippet(shown, String.join(" ", SANDBOX), script).render();
                yield new Snippet(flavour, html.strip(), List.of(script), SANDBOX);
            }
            case ELEMENT -> {
                var script = script(shown, EmbedAssets.ELEMENT_SCRIPT, assets.elementIntegrity);
                yield new Snippet(
                        flavour, new ElementSnippet(shown, script).render().strip(), List.of(script), List.of());
            }
            case HTML -> new Snippet(flavour, new HtmlSnippet(shown).render().strip(), List.of(), List.of());
        };
    }

    private static Script script(Shown shown, String name, String integrity) {
        var base = shown.meta().attribution().url();
        return new Script(base + "/assets/" + name, integrity);
    }
}
