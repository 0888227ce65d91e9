package org.ketaminecontent.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.delivery.Index;

/** The page at the root, with what it shows: {@code templates/home.html}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record Home(String base, Index index, List<CrisisContacts.Contact> contacts) implements TemplateInstance {}
