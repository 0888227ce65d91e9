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
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Erratum;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.PlaceNames;
import org.ketaminecontent.content.ProvenanceDocument;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.ReviewDocument;
import org.ketaminecontent.content.SearchText;
import org.ketaminecontent.content.Thing;
import org.ketaminecontent.danger.DangerKind;

/** A crisis resource as delivered. */
@Schema(name = "CrisisResource", description = "A service to turn to in danger.")
public record CrisisResourceDocument(
        UUID id,
        String type,
        String slug,
        String locale,
        int version,
        Instant publishedAt,
        Instant updatedAt,
        @Schema(nullable = true) @Nullable Instant expiresAt,
        ReviewDocument review,
        ProvenanceDocument provenance,

        @Schema(description = "Corrections of earlier versions, the latest first.")
        List<Erratum> errata,

        Links links,
        String name,
        CrisisKind kind,

        @Schema(
                description =
                        "ISO 3166-1 alpha-2 country code, ISO 3166-2 code of a subdivision such as `GB-ENG`, `EU` or"
                                + " `WORLD`.")
        String jurisdiction,

        @Schema(nullable = true, description = "The number to call, as dialed.") @Nullable
        String call,

        @Schema(nullable = true, description = "The number to text, as dialed.") @Nullable
        String text,

        @Schema(nullable = true, examples = "HOME", description = "The word to send to `text`; null if any text works.")
        @Nullable
        String textKeyword,

        @Schema(nullable = true, description = "The number for text telephones (TTY), as dialed.") @Nullable
        String tty,

        @Schema(nullable = true, description = "How deaf people can reach the service.") @Nullable
        String deafAccess,

        @Schema(nullable = true, description = "The address of its chat.") @Nullable
        String chat,

        @Schema(nullable = true, format = "uri") @Nullable String url,
        @Schema(nullable = true) @Nullable String hours,

        @Schema(description = "BCP 47 tags; empty if not known.")
        List<String> languages,

        @Schema(nullable = true) @Nullable String note,
        @Schema(description = "Position in the list.") int position,

        @Schema(description = "True if it is shown on every page that must carry crisis contacts.")
        boolean primary,

        @Schema(description = "The kinds of danger in which it is shown first; empty for most.")
        List<DangerKind> dangers,

        @Schema(nullable = true, format = "uri", description = "The service's own page that this entry was taken from.")
        @Nullable
        String source,

        @Schema(
                nullable = true,
                examples = "2026-11-27",
                description = "The day on which `source` was read; null if no reading is on record.")
        @Nullable
        LocalDate asOf,

        @Schema(
                nullable = true,
                description =
                        "`called`: somebody called or wrote to the service on `verifiedOn`. `published-source`: `source`"
                                + " stated it on `asOf`. Null if neither is on record.")
        @Nullable
        Verification verification,

        @Schema(
                nullable = true,
                description = "The day on which somebody called or wrote to the service; null if nobody has.")
        @Nullable
        LocalDate verifiedOn)
        implements Document {

    private static final String HEARING_IMPAIRED = "https://schema.org/HearingImpairedSupported";

    @Override
    public SearchText searchText() {
        var ways = Stream.of(call, text, tty, deafAccess, url, note)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
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
    public PageContent leaf() {
        var ways = new PageContent.Labelled()
                .with("Call", call, call == null ? null : "tel:" + call.replace(" ", ""))
                .with("Text", texted(), texting())
                .with("TTY", tty, tty == null ? null : "tel:" + tty.replace(" ", ""))
                .with("If you are deaf", deafAccess)
                .with("Chat", chat, chat)
                .with("Web", url, url)
                .with("Hours", hours)
                .with(
                        "Languages",
                        PageContent.list(
                                languages.stream().map(PlaceNames::language).toList()))
                .with("Where", PlaceNames.place(jurisdiction))
                .with("Note", note)
                .with("From", source, source)
                .items();
        return new PageContent(
                name,
                null,
                null,
                PageContent.parts(PageContent.items(PageContent.CONTACT, "How to reach it", false, ways)));
    }

    /** The number to text, with the word to send. */
    private @Nullable String texted() {
        return textKeyword == null ? text : textKeyword + " to " + text;
    }

    /** The same as an sms address (RFC 5724). */
    private @Nullable String texting() {
        return text == null
                ? null
                : "sms:" + text.replace(" ", "") + (textKeyword == null ? "" : "?body=" + textKeyword);
    }

    @Override
    public Thing thing(LinkedDocuments neighbours) {
        return Thing.of("Organization")
                .with("name", name)
                .with("url", url)
                .with(
                        "contactPoint",
                        Stream.concat(
                                        Stream.of(call, text)
                                                .filter(Objects::nonNull)
                                                .distinct()
                                                .map(this::contactPoint),
                                        Stream.ofNullable(tty)
                                                .map(number ->
                                                        contactPoint(number).with("contactOption", HEARING_IMPAIRED)))
                                .toList());
    }

    private Thing contactPoint(String number) {
        return Thing.of("ContactPoint")
                .with("telephone", number)
                .with("contactType", PageContent.words(kind))
                .with("areaServed", jurisdiction)
                .with("availableLanguage", languages);
    }

    @Override
    public String pageType() {
        return "WebPage";
    }

    static CrisisResourceDocument of(CrisisResource resource, DeliveryContext deliveryContext, Backlinks backlinks) {
        return new CrisisResourceDocument(
                resource.id,
                CrisisResources.COLLECTION,
                resource.slug,
                resource.locale,
                resource.version,
                resource.publishedAt,
                resource.updatedAt,
                resource.expiresAt,
                deliveryContext.review(resource),
                deliveryContext.provenance(resource),
                resource.errata,
                deliveryContext.linksTo(CrisisResources.COLLECTION, resource),
                resource.name,
                resource.kind,
                resource.jurisdiction,
                resource.call,
                resource.text,
                resource.textKeyword,
                resource.tty,
                resource.deafAccess,
                resource.chat,
                resource.url,
                resource.hours,
                resource.languages,
                resource.note,
                resource.position,
                resource.primaryResource,
                resource.dangers,
                resource.source,
                resource.asOf,
                resource.verification(),
                resource.verifiedOn);
    }
}
