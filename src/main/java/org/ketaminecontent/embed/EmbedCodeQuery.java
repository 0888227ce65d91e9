package org.ketaminecontent.embed;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The document to embed, and its looks. */
public class EmbedCodeQuery {

    @QueryParam("url")
    @Parameter(
            required = true,
            description = "The address or the path of a page, of its embed or of the document in the API; `#anchor`"
                    + " at its end is one section alone. `/faqs?theme=safety` is a list of questions,"
                    + " `/crisis-resources?country=US` a card with crisis contacts, `/search` the search box.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            format = "uri-reference",
                            description = "the address of a page of this server is allowed, or its path.",
                            pattern = "^(https?://|/)\\S+$",
                            maxLength = 2000))
    public @Nullable String url;

    @QueryParam("flavour")
    @Parameter(description = "Only this flavour.")
    public EmbedCode.@Nullable Flavour flavour;

    @QueryParam("view")
    @Parameter(
            description = "The main sentences, or all of it; of crisis contacts, those of one country or of all.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"card", "full"},
                            defaultValue = "card"))
    public @Nullable String view;

    @QueryParam("theme")
    @Parameter(
            description = "Light, dark, or as the reader's device is set.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"light", "dark", "auto"},
                            defaultValue = "auto"))
    public @Nullable String theme;

    @QueryParam("accent")
    @Parameter(
            description = "The color of links. Where it cannot be read on the ground (WCAG 2.2 AA), the nearest"
                    + " shade that can be is shown, and named in `mended`.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            description = "six hexadecimal digits are allowed, such as 0d5a63.",
                            pattern = "^#?[0-9A-Fa-f]{6}$"))
    public @Nullable String accent;

    @QueryParam("ground")
    @Parameter(
            description = "The color behind the text, in place of that of the theme. The colors of the text follow it.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            description = "six hexadecimal digits are allowed, such as f4f1ea.",
                            pattern = "^#?[0-9A-Fa-f]{6}$"))
    public @Nullable String ground;

    @QueryParam("radius")
    @Parameter(
            description = "Of the corners, in pixels.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "24", defaultValue = "10"))
    public @Nullable Integer radius;

    @QueryParam("font-size")
    @Parameter(
            name = "font-size",
            description = "In percent of the size that the reader's browser is set to.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "100", maximum = "150", defaultValue = "100"))
    public @Nullable Integer fontSize;

    @QueryParam("clinic")
    @Parameter(
            description = "The name of the site or clinic that embeds it, in one line. Only a name is allowed:"
                    + " addresses, telephone numbers, claims and calls to action are refused.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 60))
    public @Nullable String clinic;

    @QueryParam("heading-level")
    @Parameter(
            name = "heading-level",
            description = "Of the title, so that it fits the page around it.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "6", defaultValue = "2"))
    public @Nullable Integer headingLevel;
}
