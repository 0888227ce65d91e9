package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A document before its withdrawal, with all that is lost by it: {@code templates/studio/withdraw-page.html}.
 *
 * @param title as readers see it
 * @param address where readers find it
 * @param referencedBy the live documents that point to it, such as {@code topics/history}
 * @param withdrawAt as it was filled in
 * @param releaseHref the page on which it is withdrawn together with others
 */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WithdrawPage(
        StudioFrame screen,
        String href,
        String etag,
        String title,
        String address,
        List<String> referencedBy,
        String reason,
        List<String> reasonFindings,
        String successor,
        List<String> successorFindings,
        String withdrawAt,
        List<String> withdrawAtFindings,
        String releaseHref)
        implements TemplateInstance {}
