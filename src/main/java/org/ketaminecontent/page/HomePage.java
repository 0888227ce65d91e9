package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The home of readers: {@code templates/home-page.html}.
 *
 * @param first what somebody reads who is new here
 * @param known null where the content has no such document
 * @param review the state of clinical review, in a sentence
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record HomePage(
        PageFrame frame,
        List<DocumentView.Link> questions,
        List<Concern> concerns,
        List<DocumentView.Link> first,
        @Nullable Known known,
        String review)
        implements TemplateInstance {

    /** A theme, with the address of its topics and that of its questions. */
    record Concern(String name, String about, String topics, String questions) {}

    /** The main finding with its limits, and one of its numbers as a picture. */
    record Known(
            String title,
            String href,
            @Nullable String lede,
            @Nullable String riskSummary,
            @Nullable RiskView numbers) {}
}
