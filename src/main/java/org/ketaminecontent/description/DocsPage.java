package org.ketaminecontent.description;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The descriptions to read and try in a browser (Swagger UI), that of the delivery API first:
 * {@code templates/docs-page.html}.
 *
 * @param isEditingOn whether there is anything to call in the other one
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DocsPage(String base, boolean isEditingOn) implements TemplateInstance {}
