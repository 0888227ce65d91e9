package org.ketaminecontent.crisis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Erratum;
import org.ketaminecontent.content.Leaf;
import org.ketaminecontent.content.Neighbours;
import org.ketaminecontent.content.ProvenanceDocument;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.ReviewDocument;
import org.ketaminecontent.content.SearchText;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.content.Thing;

/** A crisis resource as it is delivered. */
@Schema(name = "CrisisResource", description = "Somebody to turn to in danger.")
public record CrisisResourceDocument(
        UUID id,
        String type,
        String slug,
        String locale,
        int version,
        Instant publishedAt,
        Instant updatedAt,
        ReviewDocument review,
        ProvenanceDocument provenance,

        @Schema(description = "Corrections of earlier versions, the latest first.")
        List<Erratum> errata,

        Links links,
        String name,
        CrisisKind kind,

        @Schema(
                description =
                        "ISO 3166-1 alpha-2 code, ISO 3166-2 code of a part of a state such as `GB-ENG`, `EU` or `WORLD`.")
        String jurisdiction,

        @Schema(nullable = true, description = "The number to call, as dialled.") @Nullable
        String call,

        @Schema(nullable = true, description = "The number to text, as dialled.") @Nullable
        String text,

        @Schema(nullable = true, description = "Where to chat.") @Nullable
        String chat,

        @Schema(nullable = true, format = "uri") @Nullable String url,
        @Schema(nullable = true) @Nullable String hours,

        @Schema(description = "BCP 47 tags; empty where nothing is known.")
        List<String> languages,

        @Schema(nullable = true) @Nullable String note,
        @Schema(description = "Its place in the list.") int position,

        @Schema(description = "True where it stands on every page that must carry crisis contacts.")
        boolean primary,

        @Schema(
                nullable = true,
                description = "The day on which somebody last checked it; null where no check is on record.")
        @Nullable
        LocalDate verifiedOn)
        implements Document {

    @Override
    public SearchText searchText() {
        var ways = Stream.of(call, text, url, note).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        return SearchText.of(name, List.of(), ways, List.of());
    }

    @Override
    public Map<String, List<Related>> related() {
        return Map.of();
    }

    @Override
    public boolean crisisSupport() {
        return false;
    }

    @Override
    public Leaf leaf() {
        var ways = new Leaf.Labelled()
                .with("Call", call, call == null ? null : "tel:" + call.replace(" ", ""))
                .with("Text", text, text == null ? null : "sms:" + text.replace(" ", ""))
                .with("Chat", chat, chat)
                .with("Web", url, url)
                .with("Hours", hours)
                .with("Languages", Leaf.list(languages))
                .with("Where", jurisdiction)
                .with("Note", note)
                .with("Last checked", verifiedOn == null ? "No check is on record." : verifiedOn.toString())
                .items();
        return new Leaf(name, null, null, Leaf.parts(Leaf.items(Leaf.CONTACT, "How to reach it", false, ways)));
    }

    @Override
    public Thing thing(Neighbours neighbours) {
        return Thing.of("Organization")
                .with("name", name)
                .with("url", url)
                .with(
                        "contactPoint",
                        Stream.of(call, text)
                                .filter(Objects::nonNull)
                                .distinct()
                                .map(number -> Thing.of("ContactPoint")
                                        .with("telephone", number)
                                        .with("contactType", Leaf.words(kind))
                                        .with("areaServed", jurisdiction)
                                        .with("availableLanguage", languages))
                                .toList());
    }

    @Override
    public String pageType() {
        return "WebPage";
    }

    static CrisisResourceDocument of(CrisisResource resource, Shape shape, Backlinks backlinks) {
        return new CrisisResourceDocument(
                resource.id,
                CrisisResources.COLLECTION,
                resource.slug,
                resource.locale,
                resource.version,
                resource.publishedAt,
                resource.updatedAt,
                shape.review(resource),
                shape.provenance(resource),
                resource.errata,
                shape.linksTo(CrisisResources.COLLECTION, resource),
                resource.name,
                resource.kind,
                resource.jurisdiction,
                resource.call,
                resource.text,
                resource.chat,
                resource.url,
                resource.hours,
                resource.languages,
                resource.note,
                resource.position,
                resource.primaryResource,
                resource.verifiedOn);
    }
}
