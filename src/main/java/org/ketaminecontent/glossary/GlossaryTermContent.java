package org.ketaminecontent.glossary;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Confirmation;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentLink;
import org.ketaminecontent.content.Drafting;
import org.ketaminecontent.content.Passage;

/** A glossary term as authors write it; the body is its definition. */
@Schema(name = "GlossaryTermContent")
public record GlossaryTermContent(
        @NotBlank String term,
        List<@NotBlank String> synonyms,
        @NotNull Confirmation confirmation,
        @NotNull Drafting drafting,
        boolean editedByPerson,
        List<@NotBlank String> references,
        @Nullable @PastOrPresent LocalDate asOf,
        @Size(max = 20) List<@NotBlank @CodePointLength(min = 3, max = 120) String> askedAs,
        List<@NotBlank String> formerSlugs,
        @NotBlank String body)
        implements Content {

    public GlossaryTermContent {
        synonyms = synonyms == null ? List.of() : synonyms;
        references = references == null ? List.of() : references;
        askedAs = askedAs == null ? List.of() : askedAs;
        formerSlugs = formerSlugs == null ? List.of() : formerSlugs;
    }

    @Override
    public String heading() {
        return term;
    }

    @Override
    public WordRange bodyLength() {
        return new WordRange(8, 90);
    }

    @Override
    public boolean needsReference() {
        return false;
    }

    @Override
    public List<Passage> passages() {
        return Stream.concat(Stream.of(Passage.title("/term", term)), Passage.names("/synonyms", synonyms))
                .toList();
    }

    @Override
    public List<ContentLink> links() {
        return ContentLink.list("/references", "references", references).toList();
    }
}
