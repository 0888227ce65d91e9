package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;
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
        List<CountryContacts> countries,
        @Nullable String missing) implements TemplateInstance {

    /** @param own ISO 3166-1 code of the reader's country; null where it is not known */
    static ContactsPage of(PageFrame frame, String about, List<Document> documents, @Nullable String own) {
        var countries = CountryContacts.ordered(documents, frame.url(), own);
        var near = CountryContacts.first(own);
        boolean isFound = countries.stream()
                .map(CountryContacts::code)
                .anyMatch(code -> near.contains(code) && !code.equals(PlaceNames.WORLD));
        return new ContactsPage(frame, about, countries, own == null || isFound ? null : PlaceNames.heading(own));
    }
}
