package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.danger.ContactWords;
import org.ketaminecontent.search.UrgentAnswer;

/**
 * The answer to a search: {@code templates/search-page.html}.
 *
 * @param words those for the contacts, in the reader's language; null where nobody is in danger
 * @param certain whether somebody is in danger, beyond doubt
 * @param meant the words that were searched for in place of misspelt ones
 * @param best the answer that fits best, above the others; null where none fits well
 * @param papers sources that were found, apart from what readers came for
 * @param more where somebody can go on who found nothing; empty beside hits that fit
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SearchPage(
        PageFrame frame,
        String asked,
        @Nullable UrgentAnswer crisis,
        @Nullable ContactWords words,
        boolean certain,
        @Nullable String meant,
        List<Kind> kinds,
        @Nullable Hit best,
        List<Hit> hits,
        List<Hit> papers,
        @Nullable String advice,
        List<DocumentView.Group> more,
        @Nullable String next)
        implements TemplateInstance {

    /** A document that was found; {@code words} is safe HTML. */
    record Hit(
            String kind,
            String title,
            String href,
            String summary,
            String words,
            @Nullable String riskSummary,
            boolean related) {}

    /** The number of documents found of one content type; {@code chosen} if no others are shown. */
    record Kind(String name, int count, String href, boolean chosen) {}
}
