package org.ketaminecontent.reference;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.Product;

/** A source cited by the content. */
@Entity
public class Reference extends Entry {

    private static final Pattern PERSON = Pattern.compile("(\\p{L}[\\p{L}'’ -]*) \\p{Lu}{1,3}(?: Jr| Sr| II| III)?");

    public String authors;
    public int year;
    public String title;
    public @Nullable String journal;
    public @Nullable String volume;
    public @Nullable String issue;
    public @Nullable String pages;
    public @Nullable String doi;
    public @Nullable String pmid;
    public @Nullable String url;

    @Enumerated(EnumType.STRING)
    public ReferenceType type;

    /** The products studied; empty if the source is about no product. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Product> product = List.of();

    public @Nullable String note;

    /** True if the DOI was confirmed to identify this work; null without a DOI. */
    public @Nullable Boolean doiConfirmed;

    /** True if the PubMed number was confirmed to identify this work; null without one. */
    public @Nullable Boolean pmidConfirmed;

    void apply(ReferenceContent content, Citations citations, LiveEntries library) {
        authors = content.authors();
        year = content.year();
        title = content.title();
        journal = content.journal();
        volume = content.volume();
        issue = content.issue();
        pages = content.pages();
        doi = content.doi();
        pmid = content.pmid();
        url = content.url();
        type = content.type();
        product = content.product();
        note = content.note();
        doiConfirmed = content.doiConfirmed();
        pmidConfirmed = content.pmidConfirmed();
    }

    @Override
    public String title() {
        return title;
    }

    /** The labels of these sources in running text, by slug. */
    public static Map<String, String> labels(List<Reference> references) {
        return references.stream().collect(Collectors.toMap(reference -> reference.slug, Reference::label));
    }

    /** The label of the source in running text, such as {@code Murrough et al. 2013}. */
    public String label() {
        var names = authors.split("; ")[0].split(", ");
        var first = PERSON.matcher(names[0]);
        if (!first.matches()) {
            return authors.split("[;,/(]")[0].strip() + " " + year;
        }
        var others = names.length == 1 ? "" : names.length == 2 ? " and " + surname(names[1]) : " et al.";
        return first.group(1) + others + " " + year;
    }

    private static String surname(String name) {
        var person = PERSON.matcher(name);
        return person.matches() ? person.group(1) : name;
    }

    /** The full citation in Vancouver style. */
    public String citation() {
        var where = journal == null ? "" : " " + journal + ".";
        // "et al." already ends with a period.
        return authors.replaceAll("\\.$", "") + ". " + title + "." + where + " " + year + locator() + ".";
    }

    private String locator() {
        if (volume == null) {
            return "";
        }
        return ";" + volume + (issue == null ? "" : "(" + issue + ")") + (pages == null ? "" : ":" + pages);
    }

    /** True if every DOI and PubMed number given was confirmed; null if neither is given. */
    public @Nullable Boolean identifierConfirmed() {
        if (doiConfirmed == null) {
            return pmidConfirmed;
        }
        return doiConfirmed && !Boolean.FALSE.equals(pmidConfirmed);
    }
}
