package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint and what it was told: {@code templates/studio/webhook-page.html}. */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WebhookPage(StudioFrame screen, WebhooksPage.Row endpoint, boolean enabled, String hears, List<Row> rows)
        implements TemplateInstance {

    /**
     * A delivery.
     *
     * @param outcome of its last attempt, in words
     * @param answer the first 2 KB of the last answer; null where there is none
     */
    record Row(
            String id,
            String event,
            String state,
            int attempts,
            String made,
            @Nullable String next,
            String outcome,
            @Nullable String answer) {}
}
