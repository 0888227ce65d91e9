package org.ketaminecontent.reference;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Confirmation;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentLink;
import org.ketaminecontent.content.Drafting;
import org.ketaminecontent.content.Passage;
import org.ketaminecontent.content.Product;

/** A reference as authors write it. */
@Schema(name = "ReferenceContent")
public record ReferenceContent(
        @NotBlank String authors,
        @NotNull @Min(1800) @Max(2100) Integer year,
        @NotBlank String title,
        @Nullable String journal,
        @Nullable String volume,
        @Nullable String issue,
        @Nullable String pages,
        @Nullable @Pattern(regexp = "10\\.\\d{4,9}/\\S+") String doi,
        @Nullable @Pattern(regexp = "[1-9]\\d{0,8}") String pmid,
        @Nullable @Pattern(regexp = "https?://\\S+") String url,
        @NotNull ReferenceType type,
        List<@NotNull Product> product,
        @Nullable String note,
        @NotNull Confirmation confirmation,
        @NotNull Drafting drafting,
        boolean editedByPerson,
        @Nullable Boolean doiConfirmed,
        @Nullable Boolean pmidConfirmed,
        @Nullable Boolean urlConfirmed,
        List<String> formerSlugs)
        implements Content {

    public ReferenceContent {
        product = product == null ? List.of() : product;
        formerSlugs = formerSlugs == null ? List.of() : formerSlugs;
    }

    @Override
    public String heading() {
        return title;
    }

    @Override
    public @Nullable String body() {
        return null;
    }

    @Override
    public boolean needsReference() {
        return false;
    }

    @Override
    public List<String> addresses() {
        return Stream.ofNullable(url).toList();
    }

    @Override
    public List<Passage> passages() {
        return Stream.ofNullable(note).map(text -> Passage.prose("/note", text)).toList();
    }

    @Override
    public List<ContentLink> links() {
        return List.of();
    }
}
