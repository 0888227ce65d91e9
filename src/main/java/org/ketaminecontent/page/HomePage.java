package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.ketaminecontent.delivery.Index;

/** The portal at the root: {@code templates/home-page.html}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record HomePage(PageFrame frame, Index index) implements TemplateInstance {}
