package org.ketaminecontent.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document as delivered. Each content type has its own record. */
public interface Document {

    /** The fields that an answer always contains, whatever {@code fields} selects. */
    List<String> IDENTITY = List.of(
            "id", "type", "slug", "locale", "version", "publishedAt", "updatedAt", "review", "provenance", "links");

    String type();

    String slug();

    Links links();

    /** Documents that this one links to or that link to it, by the name of their field. */
    Map<String, List<Related>> related();

    /** The texts by which search finds it, as plain text. */
    SearchText searchText();

    /** Tells whether it must be delivered with crisis contacts. */
    boolean crisisSupport();

    /** Counts publications, from 1. */
    int version();

    Instant publishedAt();

    Instant updatedAt();

    /** The instant from which it must no longer be shown; null if none is set. */
    @Nullable
    Instant expiresAt();

    /** The corrections of its earlier versions, the latest first. */
    List<Erratum> errata();

    /** The date as of which it was correct; null if its statements do not age. */
    default @Nullable LocalDate asOf() {
        return null;
    }

    /** The place that it is for, by the code that {@link PlaceNames} knows; null if it is for readers anywhere. */
    default @Nullable String jurisdiction() {
        return null;
    }

    /** The outcomes that it gives numbers for. */
    default List<RiskDocument> risks() {
        return List.of();
    }

    ReviewDocument review();

    ProvenanceDocument provenance();

    /** A short title. */
    default String label() {
        return leaf().title();
    }

    /** Its content for a page. Texts must be HTML. */
    PageContent leaf();

    /** The subject of the document as structured data. */
    Thing thing(LinkedDocuments neighbours);

    /** Further things that its page mentions, as structured data. */
    default List<Thing> mentions() {
        return List.of();
    }

    /** The type of its page in schema.org. */
    default String pageType() {
        return "MedicalWebPage";
    }

    /** The addresses of a document. */
    @Schema(name = "DocumentLinks")
    record Links(
            @Schema(format = "uri", description = "The document in the API.")
            String self,

            @Schema(format = "uri", description = "The document's page for people.")
            String page) {}
}
