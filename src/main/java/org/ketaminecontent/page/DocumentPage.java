package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The page of a document: {@code templates/document-page.html}.
 *
 * @param urgent the numbers of a contact, or those that the first sentences name, to tap before anything else is read
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DocumentPage(
        PageFrame frame, DocumentView view, String collection, String collectionName, List<DocumentView.Link> urgent)
        implements TemplateInstance {}
