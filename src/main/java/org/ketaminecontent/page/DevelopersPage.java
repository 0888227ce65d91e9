package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.delivery.ContentIndex;

/** The home of developers: {@code templates/developers-page.html}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DevelopersPage(PageFrame frame, ContentIndex.IndexLinks links, List<Row> collections)
        implements TemplateInstance {

    /** A collection with its number of documents. */
    record Row(ContentType<Entry, Content> type, long count) {}
}
