package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.PlaceNames;

/**
 * Crisis contacts by country, the reader's own first: {@code templates/contacts-page.html}.
 *
 * @param missing the reader's country, where there are no contacts for it; null where there are, or it is not known
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ContactsPage(
        PageFrame frame,
        String about,
        List<Country> countries,
        @Nullable String missing) implements TemplateInstance {

    private static final String UNION = "EU";
    private static final Set<String> UNION_MEMBERS = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** The contacts of one country, or of those that no country has. */
    record Country(String code, String name, List<Contact> contacts) {}

    /** One contact. */
    record Contact(String title, String href, List<DocumentView.Link> ways, List<PageContent.Item> facts) {}

    /** @param own ISO 3166-1 code of the reader's country; null where it is not known */
    static ContactsPage of(PageFrame frame, String about, List<Document> documents, @Nullable String own) {
        var countries = new LinkedHashMap<String, Country>();
        for (var document : documents) {
            var code = code(document);
            countries
                    .computeIfAbsent(code, each -> new Country(each, Names.place(each), new ArrayList<>()))
                    .contacts()
                    .add(contact(document, frame));
        }
        var ordered = new ArrayList<Country>();
        for (var first : first(own)) {
            var country = countries.remove(first);
            if (country != null) {
                ordered.add(country);
            }
        }
        boolean isFound = ordered.stream().anyMatch(each -> !each.code().equals(PlaceNames.WORLD));
        ordered.addAll(countries.values());
        return new ContactsPage(frame, about, ordered, own == null || isFound ? null : Names.place(own));
    }

    /** The groups that concern somebody in this country, the closest first. */
    private static List<String> first(@Nullable String own) {
        if (own == null) {
            return List.of();
        }
        return UNION_MEMBERS.contains(own) ? List.of(own, UNION, PlaceNames.WORLD) : List.of(own, PlaceNames.WORLD);
    }

    /** The country: parts of one, such as {@code GB-SCT}, belong to it. */
    private static String code(Document document) {
        var place = document.jurisdiction();
        return place == null ? PlaceNames.WORLD : place.replaceFirst("-.*", "");
    }

    private static Contact contact(Document document, PageFrame frame) {
        var leaf = document.leaf();
        return new Contact(
                leaf.title(), frame.url() + "/" + document.slug(), ContactWays.of(leaf), ContactWays.facts(leaf));
    }
}
