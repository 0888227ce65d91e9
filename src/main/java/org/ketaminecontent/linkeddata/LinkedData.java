package org.ketaminecontent.linkeddata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.ReviewDocument;
import org.ketaminecontent.content.Thing;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.delivery.Languages;

/**
 * Writes JSON-LD (W3C JSON-LD 1.1) about documents, in full for programs that ask for it, or in brief for HTML pages,
 * where it would otherwise be a third of the page. A review is included only if there was one.
 */
@ApplicationScoped
public class LinkedData {

    public static final String MEDIA_TYPE = "application/ld+json";

    private static final String CONTEXT = "https://schema.org";
    private static final String PUBLISHER = "Ketamine Content API";
    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private final ObjectMapper mapper;

    LinkedData(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Structured data of a document's page, with the numbers and sources that the page states. */
    public String page(DocumentReader.Read read) {
        return write(brief(read)
                .with("description", read.document().leaf().lede())
                .with("mentions", mentions(read.document()))
                .with("citation", read.neighbours().things(cited(read.document()))));
    }

    /** Structured data within a document's page, which describes it in a {@code meta} element. */
    public String inPage(DocumentReader.Read read) {
        return write(brief(read).inBrief());
    }

    private static Thing brief(DocumentReader.Read read) {
        var document = read.document();
        var neighbours = read.neighbours();
        var url = neighbours.page(document.type(), document.slug());
        var leaf = document.leaf();
        var page = Thing.of(document.pageType());
        // The context comes first by convention; the type is set already.
        page.with("@context", CONTEXT)
                .with("@id", url)
                .with("url", url)
                .with("name", leaf.title())
                .with("inLanguage", Languages.DEFAULT)
                .with("datePublished", document.publishedAt())
                .with("dateModified", document.updatedAt())
                .with("expires", document.expiresAt())
                .with("temporalCoverage", document.asOf())
                .with("isAccessibleForFree", true)
                .with("license", LICENCE)
                .with("publisher", publisher(read.around()))
                .with("mainEntity", document.thing(neighbours));
        signOff(page, document.review());
        return page;
    }

    private static List<Thing> mentions(Document document) {
        return Stream.concat(
                        document.mentions().stream(), document.risks().stream().flatMap(risk -> risk.things().stream()))
                .toList();
    }

    private static Thing publisher(DocumentReader.Around around) {
        return Thing.of("Organization").with("name", PUBLISHER).with("url", around.base());
    }

    private static List<Related> cited(Document document) {
        return document.related().entrySet().stream()
                .filter(each -> each.getKey().equals("references"))
                .flatMap(each -> each.getValue().stream())
                .toList();
    }

    private static void signOff(Thing page, ReviewDocument review) {
        var reviewer = review.reviewedBy();
        if (reviewer == null) {
            return;
        }
        page.with("lastReviewed", review.lastReviewed())
                .with(
                        "reviewedBy",
                        Thing.of("Person")
                                .with("name", reviewer.name())
                                .with("honorificSuffix", reviewer.credentials()));
    }

    /** Structured data of a page that lists documents. */
    public String collection(
            String title, String url, String collection, List<Document> documents, DocumentReader.Around around) {
        var neighbours = new LinkedDocuments(around.base(), Map.of());
        boolean isFaq = documents.stream().anyMatch(each -> each.pageType().equals("FAQPage"));
        var page = listing(isFaq ? "FAQPage" : "CollectionPage", title, url, around);
        return write(
                isFaq
                        ? page.with(
                                "mainEntity",
                                documents.stream()
                                        .map(each -> each.thing(neighbours))
                                        .toList())
                        : page.with(
                                "hasPart",
                                documents.stream()
                                        .map(each -> Thing.of("WebPage")
                                                .with("name", each.leaf().title())
                                                .with("url", neighbours.page(collection, each.slug())))
                                        .toList()));
    }

    /** Structured data within a page that lists documents. */
    public String inCollection(String title, String url, DocumentReader.Around around) {
        return write(listing("CollectionPage", title, url, around));
    }

    private static Thing listing(String type, String title, String url, DocumentReader.Around around) {
        return Thing.of(type)
                .with("@context", CONTEXT)
                .with("@id", url)
                .with("url", url)
                .with("name", title)
                .with("inLanguage", Languages.DEFAULT)
                .with("dateModified", around.lastModified())
                .with("isAccessibleForFree", true)
                .with("license", LICENCE)
                .with("publisher", publisher(around));
    }

    private String write(Thing thing) {
        try {
            // It is written into a script element, which nothing in it may close.
            return mapper.writeValueAsString(thing).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("structured data can be written as JSON", e);
        }
    }
}
