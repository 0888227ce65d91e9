package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.ketaminecontent.delivery.Index;

/** The portal at the root: {@code templates/home.html}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record Home(Frame frame, Index index) implements TemplateInstance {}
