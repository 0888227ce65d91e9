package org.ketaminecontent.embed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.http.DidYouMean;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.QueryParameter;

/**
 * The document that an address of this server names: as a page, as an embed, or in the API.
 *
 * @param anchor of the only section that is meant; null for all of the document
 */
record EmbedTarget(String collection, String slug, @Nullable String anchor) {

    static final QueryParameter PARAMETER = QueryParameter.text(
            "url", "(?i)(https?://|/)\\S+", 2000, "the address of a page of this server is allowed, or its path.");

    private static final Pattern PATH =
            Pattern.compile("/(?:v1/|embed/)?([a-z-]+)/([A-Za-z0-9-]+)(?:/([a-z0-9-]+))?/?");

    /**
     * Reads an address.
     *
     * @param base of this server
     * @throws Failure where it is not one of a document of this server
     */
    static EmbedTarget of(String url, String base) {
        return read(url, base).orElseThrow(() -> unknown(base));
    }

    /** The refusal of an address that is not one of a document of this server. */
    static Failure unknown(String base) {
        return new Failure(
                ErrorCode.NOT_FOUND,
                "The parameter 'url' does not name a document of this server. Its pages are at " + base
                        + "/{collection}/{slug}, such as " + base + "/topics/what-ketamine-is.");
    }

    private static Optional<EmbedTarget> read(String url, String base) {
        try {
            var asked = new URI(url.startsWith("/") ? base + url : url);
            var own = new URI(base);
            // Which of both schemes does not matter: a proxy may have changed it.
            if (asked.getAuthority() == null
                    || !asked.getAuthority().equalsIgnoreCase(own.getAuthority())
                    || !asked.getPath().startsWith(own.getPath())) {
                return Optional.empty();
            }
            var path = PATH.matcher(asked.getPath().substring(own.getPath().length()));
            if (!path.matches()) {
                return Optional.empty();
            }
            var anchor = path.group(3) == null ? asked.getFragment() : path.group(3);
            return Optional.of(
                    new EmbedTarget(path.group(1), path.group(2), anchor == null || anchor.isEmpty() ? null : anchor));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The part that the anchor names.
     *
     * @throws Failure where the document has no such part
     */
    static PageContent.Part part(PageContent leaf, String anchor) {
        var anchors = leaf.parts().stream().map(PageContent.Part::anchor).toList();
        return leaf.parts().stream()
                .filter(each -> each.anchor().equals(anchor))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ErrorCode.NOT_FOUND,
                        "The document has no section '" + anchor + "'. It has " + String.join(", ", anchors) + "."
                                + DidYouMean.hint(anchor, anchors)));
    }

    /** @throws Failure where the document has not what the anchor names */
    void check(Document document) {
        if (anchor != null) {
            part(document.leaf(), anchor);
        }
    }

    /** Where its frame is. */
    String frame(String base) {
        return base + "/embed/" + collection + "/" + slug + (anchor == null ? "" : "/" + anchor);
    }
}
