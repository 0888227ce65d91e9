package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of a document: {@code templates/document-page.html}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DocumentPage(PageFrame frame, DocumentView view, String collection, String collectionName)
        implements TemplateInstance {}
