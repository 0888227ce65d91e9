package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.search.UrgentAnswer;

/** What a search found: {@code templates/search-page.html}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SearchPage(
        PageFrame frame,
        String asked,
        @Nullable UrgentAnswer crisis,
        boolean certain,
        @Nullable String meant,
        List<Hit> hits,
        @Nullable String advice,
        @Nullable String next)
        implements TemplateInstance {

    /** A document that was found; {@code words} is safe HTML. */
    record Hit(
            String kind,
            String title,
            String href,
            String words,
            @Nullable String riskSummary,
            boolean related) {}
}
