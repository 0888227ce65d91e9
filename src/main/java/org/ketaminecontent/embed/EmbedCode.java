package org.ketaminecontent.embed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.delivery.Meta;

/** Ready HTML that puts content into a page. */
public record EmbedCode(
        List<Snippet> data,

        @Schema(description = "Colors that were replaced by another shade for contrast; empty if none was.")
        List<MendedColor> mended,

        Meta meta,
        EmbedCodeLinks links) {

    /** A color whose contrast on the ground was below 4.5 : 1 (WCAG 2.2 AA). */
    @Schema(name = "EmbedMendedColor")
    public record MendedColor(
            @Schema(examples = "accent") String parameter,

            @Schema(examples = "ffcc00", description = "Six hexadecimal digits, as all colors here.")
            String asked,

            @Schema(
                    examples = "856a00",
                    description = "The nearest shade that can be read; with the theme `auto`, on the light ground.")
            String shown,

            @Schema(examples = "ffffff") String ground) {}

    /** Ways to put content into a page. */
    @Schema(name = "EmbedFlavour")
    public enum Flavour {
        /** A frame, which keeps the content apart from the page. */
        @JsonProperty("iframe")
        IFRAME,
        /** The custom element, which shows the content as a part of the page. */
        @JsonProperty("element")
        ELEMENT,
        /** Plain HTML with the content as it is now; it does not change later. */
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

            @Schema(description = "The frame's `sandbox` permissions; empty without a frame.")
            List<String> sandbox) {}

    /** A script, with its digest for the `integrity` attribute. */
    @Schema(name = "EmbedScript")
    public record Script(
            @Schema(format = "uri") String src,

            @Schema(description = "Subresource Integrity metadata.")
            String integrity) {}

    /** The addresses of the content itself. */
    @Schema(name = "EmbedCodeLinks")
    public record EmbedCodeLinks(
            @Schema(format = "uri") String self,

            @Schema(format = "uri", description = "The page that all of it is on.")
            String page,

            @Schema(format = "uri", description = "The content in a frame.")
            String frame,

            @Schema(
                    format = "uri",
                    description = "The same for oEmbed consumers; of the search box a link, because their frames forbid"
                            + " forms.")
            String oembed) {}
}
