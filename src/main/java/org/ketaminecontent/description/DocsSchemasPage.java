package org.ketaminecontent.description;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Some schemas: {@code templates/docs-schemas-page.html}; the parameters are those of {@link DocsPage}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DocsSchemasPage(String base, DescribedApi api, String name, List<ApiReference.Model> models, boolean isEditingOn)
        implements TemplateInstance {}
