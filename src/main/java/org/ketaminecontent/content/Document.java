package org.ketaminecontent.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document as it is delivered. Each kind of content has its own record. */
public interface Document {

    /** What stays in an answer whatever {@code fields} asks for. */
    List<String> IDENTITY = List.of(
            "id", "type", "slug", "locale", "version", "publishedAt", "updatedAt", "review", "provenance", "links");

    String type();

    String slug();

    Links links();

    /** Documents this one points to or is pointed at by, by the name of the field that holds them. */
    Map<String, List<Related>> related();

    /** What it is found by. Its text must be plain. */
    SearchText searchText();

    /** Whether it must come with crisis contacts. */
    boolean crisisSupport();

    Instant publishedAt();

    Instant updatedAt();

    /** The day for which it was true, where what it says ages; null where it does not. */
    default @Nullable LocalDate asOf() {
        return null;
    }

    /** How many people something happened to, as numbers. */
    default List<RiskDocument> risks() {
        return List.of();
    }

    ReviewDocument review();

    ProvenanceDocument provenance();

    /** What it is called where there is little room. */
    default String label() {
        return leaf().title();
    }

    /** What a page shows of it. Its text must be HTML. */
    PageContent leaf();

    /** What structured data says it is about. */
    Thing thing(LinkedDocuments neighbours);

    /** What else structured data says of its page. */
    default List<Thing> mentions() {
        return List.of();
    }

    /** The type of its page in schema.org. */
    default String pageType() {
        return "MedicalWebPage";
    }

    /** The address of the document itself. */
    @Schema(name = "DocumentLinks")
    record Links(@Schema(format = "uri") String self) {}
}
