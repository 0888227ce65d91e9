package org.ketaminecontent.embed;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is to be embedded, and how it is to look. */
public class EmbedCodeQuery {

    @QueryParam("url")
    @Parameter(
            required = true,
            description =
                    "The document: the address or the path of its page, of its embed or of itself in the API, with `#anchor` for one section alone.",
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
            description = "The main sentences, or all of the document.",
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
            description = "The colour of links. Refused where it cannot be read (WCAG 2.2 AA).",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            description = "six hexadecimal digits are allowed, such as 0d5a63.",
                            pattern = "^#?[0-9A-Fa-f]{6}$"))
    public @Nullable String accent;

    @QueryParam("heading-level")
    @Parameter(
            name = "heading-level",
            description = "Of the title, so that it fits the page around it.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "6", defaultValue = "2"))
    public @Nullable Integer headingLevel;
}
