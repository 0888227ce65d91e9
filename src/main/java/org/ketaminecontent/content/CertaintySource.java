package org.ketaminecontent.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The published assessment that assigned a grade, as authors write it.
 *
 * @param reference the slug of the reference that assigned the grade
 * @param year the year of the assessment
 * @param place the place of the grade in the assessment, such as a table
 */
@Schema(name = "CertaintySourceContent")
public record CertaintySource(
        @NotBlank String reference,
        @NotNull @Min(2000) @Max(2100) Integer year,
        @Nullable String place) {

    /** Its text for readers, with its place; none if there is no source. */
    public static Stream<Passage> passages(String pointer, @Nullable CertaintySource source) {
        return source == null || source.place() == null
                ? Stream.empty()
                : Stream.of(Passage.name(pointer + "/place", source.place()));
    }

    /** The pointer to its reference; none if there is no source. */
    public static Stream<ContentLink> links(String pointer, @Nullable CertaintySource source) {
        return source == null
                ? Stream.empty()
                : Stream.of(new ContentLink(pointer + "/reference", "references", source.reference()));
    }
}
