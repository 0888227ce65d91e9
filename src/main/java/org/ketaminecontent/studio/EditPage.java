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
 * @param unsaved whether the text on the screen is saved nowhere
 * @param ask a step that would lose it, about which is asked; null where none is
 * @param wrongLines the lines of the body in which something is wrong
 */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EditPage(
        StudioFrame screen,
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
        List<FormField> fields,
        List<Line> wrongLines,
        boolean mayWrite,
        List<String> steps,
        List<Version> versions,
        List<Act> acts,
        int revision,
        String reason,
        String nextReviewDue,
        boolean unsaved,
        @Nullable Ask ask)
        implements TemplateInstance {

    /** The same, for another version. */
    EditPage withEtag(String tag) {
        return new EditPage(
                screen,
                fresh,
                href,
                collection,
                tag,
                state,
                rejection,
                slug,
                slugFindings,
                minor,
                note,
                fields,
                wrongLines,
                mayWrite,
                steps,
                versions,
                acts,
                revision,
                reason,
                nextReviewDue,
                unsaved,
                ask);
    }

    /** A step that would lose what is on the screen: its name on the wire, and for people. */
    record Ask(String step, String words) {}

    /** A line in which something is wrong. */
    record Line(int number, String text, List<String> findings) {}

    /** A version in the list of all. */
    record Version(
            int number, String who, String when, @Nullable String note, boolean live, boolean newest, int before) {}

    /** Something that was done. */
    record Act(String what, String who, String when) {}
}
