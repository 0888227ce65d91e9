package org.ketaminecontent.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.CertaintySourceDocument;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Erratum;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.delivery.DocumentReader;

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
            List<RiskView> risks,
            @Nullable String html) {}

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

    /** The sources that numbers in the running text open. */
    public List<Source> footnotes() {
        return PageBody.cited(sources, parts);
    }

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
                ReviewLine.of(document),
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
                RiskView.of(part.risks(), neighbours),
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

    static List<Link> sources(List<Related> references, LinkedDocuments neighbours) {
        return references.stream()
                .map(each -> new Link(label(each, neighbours), neighbours.page(each.type(), each.slug())))
                .toList();
    }

    /** The certainty in words, with the assessment that gave it; null where there is no finding to be sure of. */
    static @Nullable String certainty(
            @Nullable Certainty certainty, @Nullable CertaintySourceDocument source, LinkedDocuments neighbours) {
        if (certainty == null || certainty == Certainty.NOT_APPLICABLE) {
            return null;
        }
        return certainty.words() + (source == null ? "" : ", as graded in " + label(source.reference(), neighbours));
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
}
