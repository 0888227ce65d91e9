package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to work on: {@code templates/studio/list-page.html}. */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ListPage(
        StudioFrame screen,
        List<Row> rows,
        List<Row> due,
        List<String> collections,
        List<String> states,
        String collection,
        String state,
        boolean mayWrite,
        boolean mayAdminister,
        @Nullable String next)
        implements TemplateInstance {

    /** A document. */
    record Row(
            String href,
            String name,
            String collection,
            String state,
            String live,
            String reviewDue,
            boolean overdue,
            String updated) {}
}
