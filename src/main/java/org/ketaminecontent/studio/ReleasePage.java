package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Documents to be published and withdrawn together: {@code templates/studio/release-page.html}.
 *
 * @param title as it was filled in
 * @param ready the approved documents
 * @param withdrawals the documents that were chosen to be withdrawn
 * @param problems mistakes, each with the document that it is in
 * @param add the document to be withdrawn as well, as it was filled in
 */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ReleasePage(
        StudioFrame screen,
        String title,
        List<Ready> ready,
        List<Withdrawal> withdrawals,
        List<String> problems,
        String add)
        implements TemplateInstance {

    /** An approved document. */
    record Ready(String key, String name, String etag, String href, boolean chosen) {}

    /**
     * A live document to be withdrawn.
     *
     * @param referencedBy the live documents that point to it
     */
    record Withdrawal(
            String key,
            String title,
            String etag,
            String href,
            List<String> referencedBy,
            String reason,
            String successor) {}
}
