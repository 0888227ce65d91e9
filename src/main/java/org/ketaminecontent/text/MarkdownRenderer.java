package org.ketaminecontent.text;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders {@link Markdown} for readers. Raw HTML is escaped, and only http, https, mailto and tel links are rendered as
 * links.
 */
public final class MarkdownRenderer {

    private static final Pattern DOCUMENT_URL = Pattern.compile(".*/v1/([a-z-]+)/([a-z0-9-]+)");

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(Markdown.EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel")))
            .attributeProviderFactory(context -> (node, tag, attributes) -> nameDocument(tag, attributes))
            .build();

    private MarkdownRenderer() {}

    /**
     * Renders the text in the requested format, with links to the documents that it cites or links to.
     *
     * @param citationLabels the label of each cited reference, by slug
     */
    public static String render(String text, TextTarget target, Map<String, String> citationLabels) {
        if (target.bodyFormat() == BodyFormat.TEXT) {
            var cited = labeled(text, slug -> citationLabels.getOrDefault(slug, slug));
            return Markdown.TEXT
                    .render(Markdown.PARSER.parse(Markdown.rewriteLinks(cited, Markdown.Link::words)))
                    .strip();
        }
        var cited =
                labeled(text, slug -> anchor(citationLabels.getOrDefault(slug, slug), target.href("references", slug)));
        var linked = Markdown.rewriteLinks(
                cited,
                link -> link.collection() == null
                        ? link.words()
                        : anchor(link.words(), target.href(link.collection(), link.slug())));
        return target.bodyFormat() == BodyFormat.MARKDOWN ? linked : HTML.render(Markdown.PARSER.parse(linked));
    }

    /** The text with a label in place of each citation. */
    private static String labeled(String text, UnaryOperator<String> label) {
        return Markdown.rewriteCitations(text, cited -> cited.map(label).collect(Collectors.joining("; ", "(", ")")));
    }

    private static String anchor(String words, String url) {
        return "[" + words.replaceAll("([\\[\\]\\\\])", "\\\\$1") + "](" + url + ")";
    }

    /** The plain words of HTML that this class rendered. */
    public static String words(String html) {
        return StringEscapeUtils.unescapeHtml4(html.replaceAll("<[^<>]*+>", " "))
                .replaceAll("\\s+", " ")
                .replaceAll(" +([.,;:)!?])", "$1")
                .strip();
    }

    /** Adds attributes with the linked document, so that front-ends can link to their own pages. */
    private static void nameDocument(String tag, Map<String, String> attributes) {
        var href = attributes.get("href");
        if (tag.equals("a") && href != null) {
            var url = DOCUMENT_URL.matcher(href);
            if (url.matches()) {
                attributes.remove("rel");
                attributes.put("data-type", url.group(1));
                attributes.put("data-slug", url.group(2));
            }
        }
    }
}
