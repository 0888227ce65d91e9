package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document and the steps that can be taken with it: {@code templates/studio/edit-page.html}.
 *
 * @param fresh whether the document is not there yet
 * @param href the address at which the document is worked on, or at which a new one is made
 * @param etag null where the document is not there yet
 * @param scheduled the publication or withdrawal to come, in a sentence; null where none is scheduled
 * @param wrongLines the lines of the body that break a rule
 * @param unsaved whether the text on the screen is saved nowhere
 * @param ask a step that would lose it, about which is asked; null where none is
 */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EditPage(
        StudioFrame screen,
        boolean fresh,
        String href,
        String collection,
        @Nullable String etag,
        String state,
        @Nullable String scheduled,
        @Nullable String rejection,
        String slug,
        List<String> slugFindings,
        boolean minor,
        String note,
        List<FormField> fields,
        List<Line> wrongLines,
        boolean mayWrite,
        StepFields steps,
        List<Version> versions,
        List<Act> acts,
        int revision,
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
                scheduled,
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
                unsaved,
                ask);
    }

    /** A step that would lose the text on the screen: its name on the wire, and the words of its button. */
    record Ask(String step, String words) {}

    /** A line in which something is wrong. */
    record Line(int number, String text, List<String> findings) {}

    /** A version in the list of all. */
    record Version(
            int number, String who, String when, @Nullable String note, boolean live, boolean newest, int before) {}

    /** A step that was taken. */
    record Act(String what, String who, String when) {}
}
