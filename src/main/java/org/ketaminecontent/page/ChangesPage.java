package org.ketaminecontent.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest publications, for people: {@code templates/changes-page.html}.
 *
 * @param corrections what was wrong and is right since, the latest first
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ChangesPage(
        PageFrame frame,
        List<Corrected> corrections,
        List<Day> days,
        @Nullable String next) implements TemplateInstance {

    /** A correction; {@code href} is null where the document was taken back. */
    record Corrected(String day, String title, @Nullable String href, String wasWrong, String isRight) {}

    /** The changes of a day (UTC). */
    record Day(String day, List<Event> events) {}

    /** A change; {@code href} is null where the document was taken back. */
    record Event(String verb, String title, @Nullable String href) {}
}
