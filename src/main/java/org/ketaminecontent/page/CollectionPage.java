package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a collection: {@code templates/collection-page.html}.
 *
 * @param isContacts whether these are the ones to turn to: nothing stands above them
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CollectionPage(
        PageFrame frame,
        String about,
        List<Entry> entries,
        boolean isContacts,
        @Nullable String next) implements TemplateInstance {

    /**
     * A document in the list.
     *
     * @param ways to reach somebody
     */
    record Entry(
            String title,
            String href,
            List<DocumentView.Link> ways,
            @Nullable String lede,
            @Nullable String riskSummary) {}
}
