package org.ketaminecontent.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.Problem;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.text.Slug;

/** A version as an editor sends it. */
@Schema(
        name = "Draft",
        requiredProperties = {"slug", "content"})
public record Draft(
        @Schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength = 80, description = "The slug of the document.")
        @Nullable
        String slug,

        @Schema(description = "The whole content, with the fields of the content pack.") @Nullable
        JsonNode content,

        @Schema(
                description = "True for a change as small as a misspelling, so that the last review remains valid; a"
                        + " reviewer has to approve it, too. The limits count from the reviewed version: at most"
                        + " five"
                        + " words of a section, one in ten, and fifteen in all, in running text alone, and no"
                        + " number, citation, negation, risk or other word that carries the meaning.")
        @Nullable
        Boolean minor,

        @Schema(description = "The change and its reason.", maxLength = 500) @Nullable
        String note) {

    static final int LONGEST_NOTE = 500;

    /**
     * The draft with its content read.
     *
     * @throws org.ketaminecontent.http.Failure where it cannot be read as content of this kind
     */
    ParsedDraft read(ContentType<Entry, Content> contentType) {
        var errors = new ArrayList<Problem.Detail>();
        if (slug == null || !Slug.isValid(slug)) {
            errors.add(JsonBodyReader.detail(
                    "/slug", "must be lower-case letters and digits joined by hyphens, 80 at most"));
        }
        if (note != null && CodePoints.count(note) > LONGEST_NOTE) {
            errors.add(JsonBodyReader.detail("/note", "must have " + LONGEST_NOTE + " characters or fewer"));
        }
        Content read = null;
        if (content == null || !content.isObject()) {
            errors.add(JsonBodyReader.detail("/content", "must be an object"));
        } else {
            try {
                read = AuthoredJson.read(content, contentType.contentType());
            } catch (AuthoredJson.Unreadable e) {
                errors.add(JsonBodyReader.detail("/content" + e.pointer(), e.reason()));
            }
        }
        if (!errors.isEmpty() || slug == null || read == null) {
            throw JsonBodyReader.invalid(errors);
        }
        return new ParsedDraft(slug, read, minor != null && minor, note);
    }
}
