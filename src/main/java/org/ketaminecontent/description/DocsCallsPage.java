package org.ketaminecontent.description;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The calls on one subject: {@code templates/docs-calls-page.html}; the parameters are those of {@link DocsPage}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DocsCallsPage(String base, DescribedApi api, ApiReference.Group group, boolean isEditingOn)
        implements TemplateInstance {}
