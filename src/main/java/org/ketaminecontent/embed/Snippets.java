package org.ketaminecontent.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.embed.EmbedCode.Flavour;
import org.ketaminecontent.embed.EmbedCode.Script;
import org.ketaminecontent.embed.EmbedCode.Snippet;

/** Writes the HTML that puts content into a page. */
@ApplicationScoped
class Snippets {

    /** The permissions that a frame needs to tell its height, and for its links to pages and telephone numbers to work. */
    static final List<String> SANDBOX = List.of(
            "allow-scripts",
            "allow-popups",
            "allow-popups-to-escape-sandbox",
            "allow-top-navigation-to-custom-protocols");

    /** Of a frame with a form, the same and more. */
    private static final List<String> SANDBOX_OF_FORMS =
            Stream.concat(SANDBOX.stream(), Stream.of("allow-forms")).toList();

    private final EmbedAssets assets;

    Snippets(EmbedAssets assets) {
        this.assets = assets;
    }

    /** {@code templates/iframe-snippet.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IframeSnippet(EmbedContent content, String sandbox, Script script) implements TemplateInstance {}

    /** {@code templates/element-snippet.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ElementSnippet(EmbedContent content, Script script) implements TemplateInstance {}

    /** {@code templates/html-snippet.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HtmlSnippet(EmbedContent content) implements TemplateInstance {}

    /** {@code templates/rich-snippet.html}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RichSnippet(EmbedContent content, String sandbox, int width, int height) implements TemplateInstance {}

    /** The HTML for oEmbed consumers: all that counts as text, and the frame after it. */
    String rich(EmbedContent content, int width, int height) {
        return new RichSnippet(content, String.join(" ", SANDBOX), width, height)
                .render()
                .strip();
    }

    private static List<String> sandbox(EmbedContent content) {
        return content.kind() == EmbedTarget.Kind.SEARCH ? SANDBOX_OF_FORMS : SANDBOX;
    }

    List<Snippet> all(EmbedContent content, @Nullable Flavour flavour) {
        return Stream.of(Flavour.values())
                .filter(each -> flavour == null || each == flavour)
                .map(each -> snippet(content, each))
                .toList();
    }

    private Snippet snippet(EmbedContent content, Flavour flavour) {
        return switch (flavour) {
            case IFRAME -> {
                var script = script(content, EmbedAssets.HOST_SCRIPT, assets.hostIntegrity);
                var html = new IframeSnippet(content, String.join(" ", sandbox(content)), script).render();
                yield new Snippet(flavour, html.strip(), List.of(script), sandbox(content));
            }
            case ELEMENT -> {
                var script = script(content, EmbedAssets.ELEMENT_SCRIPT, assets.elementIntegrity);
                yield new Snippet(
                        flavour, new ElementSnippet(content, script).render().strip(), List.of(script), List.of());
            }
            case HTML -> new Snippet(flavour, new HtmlSnippet(content).render().strip(), List.of(), List.of());
        };
    }

    private static Script script(EmbedContent content, String name, String integrity) {
        var base = content.meta().attribution().url();
        return new Script(base + "/assets/" + name, integrity);
    }
}
