package org.example.gadget;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.condition.Conditions;
import org.ketaminecontent.content.Confirmation;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentLink;
import org.ketaminecontent.content.Drafting;
import org.ketaminecontent.content.Passage;

/** A gadget as authors write it. */
@Schema(name = "GadgetContent")
public record GadgetContent(
        @NotBlank String label,
        @NotBlank String blurb,
        @NotBlank String riskSummary,
        @NotNull @Positive Integer price,
        @NotNull Confirmation confirmation,
        @NotNull Drafting drafting,
        boolean editedByPerson,
        List<@NotBlank String> conditions,
        List<@NotBlank String> formerSlugs,
        @NotBlank String body)
        implements Content {

    public GadgetContent {
        conditions = conditions == null ? List.of() : conditions;
        formerSlugs = formerSlugs == null ? List.of() : formerSlugs;
    }

    @Override
    public String heading() {
        return label;
    }

    @Override
    public WordRange bodyLength() {
        return new WordRange(5, 100);
    }

    @Override
    public boolean needsRiskSummary() {
        return true;
    }

    @Override
    public List<Passage> passages() {
        return List.of(
                Passage.title("/label", label),
                Passage.prose("/blurb", blurb),
                Passage.prose("/riskSummary", riskSummary));
    }

    @Override
    public List<ContentLink> links() {
        return ContentLink.list("/conditions", Conditions.COLLECTION, conditions)
                .toList();
    }
}
