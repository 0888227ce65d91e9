package org.ketaminecontent.embed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.delivery.Meta;

/** Ready HTML that puts a document into a page. */
public record EmbedCode(List<Snippet> data, Meta meta, EmbedCodeLinks links) {

    /** Ways to put a document into a page. */
    @Schema(name = "EmbedFlavour")
    public enum Flavour {
        /** A frame, which keeps the document apart from the page. */
        @JsonProperty("iframe")
        IFRAME,
        /** The custom element, which shows the document as a part of the page. */
        @JsonProperty("element")
        ELEMENT,
        /** Plain HTML with the main sentences as they are now; it does not change with the document. */
        @JsonProperty("html")
        HTML
    }

    /** HTML of one flavour. */
    @Schema(name = "EmbedSnippet")
    public record Snippet(
            Flavour flavour,
            @Schema(description = "HTML to paste.") String html,

            @Schema(description = "The scripts in it, with their digests.")
            List<Script> scripts,

            @Schema(description = "What the frame is allowed; empty where there is no frame.")
            List<String> sandbox) {}

    /** A script, with its digest for the `integrity` attribute. */
    @Schema(name = "EmbedScript")
    public record Script(
            @Schema(format = "uri") String src,

            @Schema(description = "Subresource Integrity metadata.")
            String integrity) {}

    /** Where the content itself is. */
    @Schema(name = "EmbedCodeLinks")
    public record EmbedCodeLinks(
            @Schema(format = "uri") String self,

            @Schema(format = "uri", description = "The document's page.")
            String page,

            @Schema(format = "uri", description = "The document in a frame.")
            String frame,

            @Schema(format = "uri", description = "The same for oEmbed consumers.")
            String oembed) {}
}
