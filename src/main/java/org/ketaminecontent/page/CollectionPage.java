package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a collection: {@code templates/collection-page.html}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CollectionPage(
        Frame frame,
        String about,
        List<Entry> entries,
        @Nullable String next) implements TemplateInstance {

    /** A document in the list. */
    record Entry(
            String title,
            String href,
            @Nullable String lede,
            @Nullable String riskSummary) {}
}
