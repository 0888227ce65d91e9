package org.ketaminecontent.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Content in a frame: {@code templates/embed-page.html}.
 *
 * @param style the stylesheet, which stands in the page
 * @param script that tells the height of the content
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EmbedPage(EmbedContent content, String style, String script, String integrity) implements TemplateInstance {}
