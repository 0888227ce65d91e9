package org.ketaminecontent.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.linkeddata.LinkedData;

/**
 * The parts around every page.
 *
 * @param url the page's own address
 * @param jsonLd what the page says to programs; null where nothing
 * @param oembed where the page's embed is described; null where it has none
 */
public record PageFrame(
        String base,
        String url,
        String title,
        @Nullable String description,
        Meta meta,
        @Nullable String jsonLd,
        @Nullable String oembed) {

    public static final String HTML = "text/html;charset=UTF-8";

    /** The page brings its own stylesheet, mark and script, and nothing else: no other server. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self';"
                    + " frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The picture that others show with a link to the page: a document's has its title. */
    public String image() {
        return oembed == null ? base + "/assets/card.png" : base + "/cards" + url.substring(base.length()) + ".png";
    }

    /** The answer that this page is. */
    CacheableAnswer rendering(String html, DocumentReader.Around around, Map<String, String> links) {
        return secured(around.rendering(PageMarkup.shortened(html, base), links).as(HTML));
    }

    /** The headers that keep a page to itself. */
    public static CacheableAnswer secured(CacheableAnswer rendering) {
        return rendering
                .with("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** The addresses of a page's other forms, for the {@code Link} header. */
    Map<String, String> links() {
        var links = new LinkedHashMap<String, String>();
        links.put("canonical", url);
        links.put("service-desc", base + "/openapi.json");
        links.put("service-doc", base + "/docs");
        if (jsonLd != null) {
            links.put("alternate; type=\"" + LinkedData.MEDIA_TYPE + "\"", url);
        }
        if (oembed != null) {
            links.put("alternate; type=\"application/json+oembed\"", oembed);
            links.put("alternate; type=\"text/xml+oembed\"", oembed + "&format=xml");
        }
        return links;
    }

    /** Around a document. */
    static PageFrame of(DocumentReader.Read read, String jsonLd) {
        var document = read.document();
        var around = read.around();
        var leaf = document.leaf();
        LinkedDocuments neighbours = read.neighbours();
        var url = neighbours.page(document.type(), document.slug());
        return new PageFrame(
                around.base(),
                url,
                leaf.title(),
                leaf.lede(),
                around.meta(),
                jsonLd,
                around.base() + "/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
    }
}
