package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document and what can be done with it: {@code templates/studio/edit-page.html}.
 *
 * @param fresh whether the document is not there yet
 * @param etag empty where it is not
 * @param href where the document is worked on; for one that is not there yet, where it is made
 * @param wrongLines the lines of the body in which something is wrong
 */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EditPage(
        Screen screen,
        boolean fresh,
        String href,
        String collection,
        String etag,
        String state,
        @Nullable String rejection,
        String slug,
        List<String> slugFindings,
        boolean minor,
        String note,
        List<Field> fields,
        List<Line> wrongLines,
        boolean mayWrite,
        List<String> steps,
        List<Version> versions,
        List<Act> acts,
        int revision)
        implements TemplateInstance {

    /** A line in which something is wrong. */
    record Line(int number, String text, List<String> findings) {}

    /** A version in the list of all. */
    record Version(
            int number, String who, String when, @Nullable String note, boolean live, boolean newest, int before) {}

    /** Something that was done. */
    record Act(String what, String who, String when) {}
}
