package org.ketaminecontent.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The published assessment that gave a grade, as authors write it.
 *
 * @param reference the slug of the reference that graded it
 * @param year the year of the assessment
 * @param place where in the work the grade stands, such as a table
 */
@Schema(name = "CertaintySourceContent")
public record CertaintySource(
        @NotBlank String reference,
        @NotNull @Min(2000) @Max(2100) Integer year,
        @Nullable String place) {

    /** The link to its reference; none where there is no source. */
    public static Stream<Pointer> pointers(String pointer, @Nullable CertaintySource source) {
        return source == null
                ? Stream.empty()
                : Stream.of(new Pointer(pointer + "/reference", "references", source.reference()));
    }
}
