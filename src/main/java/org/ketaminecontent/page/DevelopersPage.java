package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.ketaminecontent.delivery.Index;

/** The home of developers: {@code templates/developers-page.html}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DevelopersPage(PageFrame frame, Index index) implements TemplateInstance {}
