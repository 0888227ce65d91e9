package org.ketaminecontent.description;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The contents of an API's reference: {@code templates/docs-page.html}.
 *
 * @param home the address of the contents, at the beginning of those of the other pages
 * @param title of the API
 * @param description the address of the description that it shows
 * @param isDelivery whether it is that of readers, which needs no key
 * @param isEditingOn whether there is anything to call in the other one
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DocsPage(
        String base,
        String home,
        String title,
        String description,
        ApiReference reference,
        boolean isDelivery,
        boolean isEditingOn)
        implements TemplateInstance {}
