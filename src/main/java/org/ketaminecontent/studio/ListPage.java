package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents that can be worked on: {@code templates/studio/list-page.html}. */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ListPage(
        StudioFrame screen,
        List<Row> rows,
        List<Row> due,
        List<String> collections,
        List<String> states,
        @Nullable String collection,
        @Nullable String state,
        boolean mayWrite,
        boolean mayAdminister,
        boolean mayPublish,
        @Nullable String next)
        implements TemplateInstance {

    /** A document. */
    record Row(
            String href,
            String name,
            String collection,
            String state,
            String live,
            @Nullable String reviewDue,
            boolean overdue,
            String updated) {}
}
