package org.ketaminecontent.description;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The contents of an API's reference: {@code templates/docs-page.html}.
 *
 * @param base the server's own address
 * @param isEditingOn whether there is anything to call in the editorial API
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DocsPage(String base, DescribedApi api, ApiReference reference, boolean isEditingOn)
        implements TemplateInstance {}
