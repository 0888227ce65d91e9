package org.ketaminecontent.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.CertaintySourceDocument;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Erratum;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.ProvenanceDocument;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.ReviewDocument;
import org.ketaminecontent.content.RiskDocument;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.delivery.IconArray;

/**
 * A document as a template shows it.
 *
 * @param kind what it is, in a word
 * @param url of its page
 * @param level of the heading that is the title, from 1 to 6
 * @param review who signed it off, or that nobody has
 * @param version counts its publications
 * @param asOf the day for which it was true; null where what it says does not age
 * @param corrections what earlier versions said wrong and it says right
 * @param groups what it leads to, its sources left out
 */
public record DocumentView(
        String kind,
        String slug,
        String url,
        int level,
        String title,
        @Nullable String lede,
        @Nullable String riskSummary,
        List<Part> parts,
        List<Source> sources,
        List<Correction> corrections,
        List<Group> groups,
        List<PageBody.Term> terms,
        String review,
        int version,
        String updated,
        @Nullable String asOf,
        boolean crisisSupport) {

    public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final int DEEPEST = 6;

    /** A part of it; {@code html} is safe. */
    public record Part(
            String anchor,
            @Nullable String heading,
            int level,
            List<Item> items,
            List<Numbers> risks,
            @Nullable String html) {}

    /**
     * A risk: its numbers in sentences, and where they are drawn.
     *
     * @param picture null where there is none, or a picture above it shows the same counts
     * @param width of the picture in pixels; 0 where there is none
     * @param height likewise, so that nothing moves when it is loaded
     * @param isFolded true where the reader opens the picture: one in sight is enough for a screen
     */
    public record Numbers(
            String id,
            String outcome,
            List<String> sentences,
            String limit,
            @Nullable String picture,
            int width,
            int height,
            boolean isFolded,
            @Nullable String certainty,
            List<Link> references) {}

    /** A statement, or a value under a label. */
    public record Item(
            @Nullable String label,
            String text,
            @Nullable String limit,
            @Nullable String certainty,
            @Nullable String href,
            List<Link> references,
            @Nullable String asOf) {}

    /** A link to another document's page. */
    public record Link(String title, String href) {}

    /**
     * A source, with the address to read it at, if any.
     *
     * @param number by which the running text names it, from 1
     */
    public record Source(
            int number,
            String slug,
            String citation,
            String href,
            @Nullable String doi) {}

    /** A correction of an earlier version. */
    public record Correction(String day, String wasWrong, String isRight) {}

    /** Documents of one collection. */
    public record Group(String heading, List<Link> links) {}

    /** The document with all of its parts. */
    public static DocumentView of(DocumentReader.Read read, ContentTypes types, int level, PageBody text) {
        return of(read, types, level, text, read.document().leaf().parts());
    }

    /** The document with some of its parts. */
    public static DocumentView of(
            DocumentReader.Read read, ContentTypes types, int level, PageBody text, List<PageContent.Part> parts) {
        var document = read.document();
        var neighbours = read.neighbours();
        var leaf = document.leaf();
        var sources = sources(document, neighbours);
        return new DocumentView(
                types.named(document.type()).singular(),
                document.slug(),
                neighbours.page(document.type(), document.slug()),
                level,
                leaf.title(),
                leaf.lede(),
                leaf.riskSummary(),
                parts.stream()
                        .map(each -> part(each, level, text, neighbours, sources))
                        .toList(),
                sources,
                document.errata().stream().map(DocumentView::correction).toList(),
                groups(document, types, neighbours),
                text.terms(parts, neighbours),
                review(document),
                document.version(),
                DAY.format(document.updatedAt().atZone(ZoneOffset.UTC)),
                day(document.asOf()),
                document.crisisSupport());
    }

    private static Correction correction(Erratum erratum) {
        return new Correction(DAY.format(erratum.at().atZone(ZoneOffset.UTC)), erratum.wasWrong(), erratum.isRight());
    }

    private static Part part(
            PageContent.Part part, int level, PageBody text, LinkedDocuments neighbours, List<Source> sources) {
        var items = part.items().stream().map(each -> item(each, neighbours)).toList();
        return new Part(
                part.anchor(),
                part.heading(),
                below(level),
                items,
                numbers(part.risks(), neighbours),
                part.html() == null ? null : text.shown(part.html(), level, neighbours.base(), sources));
    }

    /** The level of headings below this one. */
    public static int below(int level) {
        return Math.min(DEEPEST, level + 1);
    }

    private static Item item(PageContent.Item item, LinkedDocuments neighbours) {
        return new Item(
                item.label(),
                item.text(),
                item.limit(),
                certainty(item.certainty(), item.certaintySource(), neighbours),
                item.href(),
                sources(item.references(), neighbours),
                day(item.asOf()));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    /** The risks with each picture once: that of a benefit also draws the harms that balance it. */
    private static List<Numbers> numbers(List<RiskDocument> risks, LinkedDocuments neighbours) {
        var drawn = new HashSet<String>();
        var shown = new ArrayList<Numbers>();
        for (var risk : risks) {
            boolean isNew = risk.picture() != null && drawn.add(risk.id());
            shown.add(numbers(risk, isNew ? drawing(risk, risks) : null, drawn.size() > 1, neighbours));
            if (isNew) {
                drawn.addAll(risk.balancedBy());
            }
        }
        return shown;
    }

    private static IconArray drawing(RiskDocument risk, List<RiskDocument> risks) {
        return IconArray.of(
                risk,
                risks.stream()
                        .filter(each -> risk.balancedBy().contains(each.id()))
                        .toList());
    }

    private static Numbers numbers(
            RiskDocument risk, @Nullable IconArray drawing, boolean isFolded, LinkedDocuments neighbours) {
        var text = risk.text();
        return new Numbers(
                risk.id(),
                risk.outcome() + ", " + risk.timeframeText(),
                Stream.of(text.with(), text.without(), text.positive())
                        .filter(Objects::nonNull)
                        .toList(),
                risk.limit(),
                drawing == null ? null : risk.picture(),
                drawing == null ? 0 : drawing.width(),
                drawing == null ? 0 : drawing.height(),
                isFolded,
                certainty(risk.certainty(), risk.certaintySource(), neighbours),
                sources(risk.references(), neighbours));
    }

    private static List<Link> sources(List<Related> references, LinkedDocuments neighbours) {
        return references.stream()
                .map(each -> new Link(label(each, neighbours), neighbours.page(each.type(), each.slug())))
                .toList();
    }

    /** The certainty in words, with the assessment that gave it; null where there is no finding to be sure of. */
    private static @Nullable String certainty(
            @Nullable Certainty certainty, @Nullable CertaintySourceDocument source, LinkedDocuments neighbours) {
        if (certainty == null || certainty == Certainty.NOT_APPLICABLE) {
            return null;
        }
        return Names.certainty(certainty)
                + (source == null ? "" : ", as graded in " + label(source.reference(), neighbours));
    }

    private static String label(Related related, LinkedDocuments neighbours) {
        var document = neighbours.documents().get(related.type() + "/" + related.slug());
        return document == null ? related.title() : document.label();
    }

    private static Link link(Related related, LinkedDocuments neighbours) {
        return new Link(related.title(), neighbours.page(related.type(), related.slug()));
    }

    private static List<Source> sources(Document document, LinkedDocuments neighbours) {
        var sources = new ArrayList<Source>();
        for (var reference : document.related().getOrDefault("references", List.of())) {
            var source = source(reference, sources.size() + 1, neighbours);
            if (source != null) {
                sources.add(source);
            }
        }
        return sources;
    }

    private static @Nullable Source source(Related reference, int number, LinkedDocuments neighbours) {
        var document = neighbours.documents().get(reference.type() + "/" + reference.slug());
        if (document == null) {
            return null;
        }
        var leaf = document.leaf();
        var doi = leaf.parts().stream()
                .flatMap(part -> part.items().stream())
                .filter(item -> "DOI".equals(item.label()))
                .map(PageContent.Item::href)
                .filter(Objects::nonNull)
                .findFirst();
        return new Source(
                number,
                reference.slug(),
                Optional.ofNullable(leaf.lede()).orElse(leaf.title()),
                neighbours.page(reference.type(), reference.slug()),
                doi.orElse(null));
    }

    private static List<Group> groups(Document document, ContentTypes types, LinkedDocuments neighbours) {
        var groups = new LinkedHashMap<String, List<Related>>();
        types.articles()
                .forEach(type -> groups.put(
                        type.plural(),
                        document.related().getOrDefault(ContentType.fieldName(type.collection()), List.of())));
        groups.put("Cited by", document.related().getOrDefault("citedBy", List.of()));
        var filled = new ArrayList<Group>();
        for (Map.Entry<String, List<Related>> each : groups.entrySet()) {
            if (!each.getValue().isEmpty()) {
                filled.add(new Group(
                        each.getKey(),
                        each.getValue().stream()
                                .map(related -> link(related, neighbours))
                                .toList()));
            }
        }
        return filled;
    }

    /** Who reviewed a document, and how it was drafted, in one line. */
    public static String review(Document document) {
        return review(document.review()) + provenance(document.provenance());
    }

    private static String review(ReviewDocument review) {
        var reviewer = review.reviewedBy();
        var on = review.lastReviewed();
        if (reviewer == null || on == null) {
            return "No clinical review yet.";
        }
        var credentials = reviewer.credentials() == null ? "" : ", " + reviewer.credentials();
        return "Clinical review by " + reviewer.name() + credentials + " on " + DAY.format(on)
                + due(review, review.nextReviewDue());
    }

    /** The origin of the text in a sentence after a blank; empty where its author has not said. */
    private static String provenance(ProvenanceDocument provenance) {
        if (provenance.drafting() == null) {
            return "";
        }
        return switch (provenance.drafting()) {
            case PERSON -> " Written by a person.";
            case AI_ASSISTED ->
                provenance.editedByPerson()
                        ? " Drafted with AI assistance, then edited by a person."
                        : " Drafted with AI assistance, and not yet edited by a person.";
        };
    }

    private static String due(ReviewDocument review, @Nullable LocalDate next) {
        if (next == null) {
            return ".";
        }
        return switch (review.status()) {
            case OVERDUE -> "; the next one was due on " + DAY.format(next) + " and is overdue.";
            default -> "; the next one is due on " + DAY.format(next) + ".";
        };
    }
}
