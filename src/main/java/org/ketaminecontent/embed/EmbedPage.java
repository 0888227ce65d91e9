package org.ketaminecontent.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.page.DocumentView;

/**
 * Content in a frame: {@code templates/embed-page.html}.
 *
 * @param style the stylesheet, which stands in the page
 * @param crisis null where the content has no need of contacts
 * @param url the page that all of it is on
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EmbedPage(
        String base,
        String url,
        String title,
        EmbedStyle looks,
        List<DocumentView> views,
        boolean isList,
        boolean isFull,
        Meta meta,
        Meta.@Nullable Crisis crisis,
        String style,
        String script,
        String integrity)
        implements TemplateInstance {}
