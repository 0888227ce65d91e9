package org.ketaminecontent.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.PlaceNames;

/** The crisis contacts of one country, or of those that no country has. */
public record CountryContacts(String code, String name, List<Contact> contacts) {

    private static final String UNION = "EU";
    private static final Set<String> UNION_MEMBERS = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** One contact. */
    public record Contact(String title, String href, List<DocumentView.Link> ways, List<PageContent.Item> facts) {}

    /**
     * All contacts by country, those that concern the reader first.
     *
     * @param url of the page of all contacts
     * @param own ISO 3166-1 code of the reader's country; null where it is not known
     */
    public static List<CountryContacts> ordered(List<Document> documents, String url, @Nullable String own) {
        var countries = new LinkedHashMap<String, CountryContacts>();
        for (var document : documents) {
            var code = code(document);
            countries
                    .computeIfAbsent(
                            code, each -> new CountryContacts(each, PlaceNames.heading(each), new ArrayList<>()))
                    .contacts()
                    .add(contact(document, url));
        }
        var ordered = new ArrayList<CountryContacts>();
        for (var first : first(own)) {
            var country = countries.remove(first);
            if (country != null) {
                ordered.add(country);
            }
        }
        ordered.addAll(countries.values());
        return ordered;
    }

    /** The groups that concern somebody in this country, the closest first. */
    public static List<String> first(@Nullable String own) {
        if (own == null) {
            return List.of();
        }
        return UNION_MEMBERS.contains(own) ? List.of(own, UNION, PlaceNames.WORLD) : List.of(own, PlaceNames.WORLD);
    }

    /** The country: parts of one, such as {@code GB-SCT}, belong to it. */
    public static String code(Document document) {
        var place = document.jurisdiction();
        return place == null ? PlaceNames.WORLD : place.replaceFirst("-.*", "");
    }

    private static Contact contact(Document document, String url) {
        var leaf = document.leaf();
        return new Contact(leaf.title(), url + "/" + document.slug(), ContactWays.of(leaf), ContactWays.facts(leaf));
    }
}
