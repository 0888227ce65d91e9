package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All endpoints that are told of changes: {@code templates/studio/webhooks-page.html}. */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WebhooksPage(StudioFrame screen, List<Row> rows) implements TemplateInstance {

    /**
     * An endpoint.
     *
     * @param trouble why it is told nothing, or does not take what it is told; null where all is well
     * @param last what it was told last; null where that is nothing
     */
    record Row(
            String href,
            String name,
            String kind,
            String url,
            String state,
            @Nullable String trouble,
            @Nullable String last) {}
}
