package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Two texts of one document, of which one is saved: {@code templates/studio/conflict-page.html}.
 *
 * @param stale the tag that the form was made with
 * @param theirs the tag of what is saved
 * @param base the version that the form was made from
 * @param clashes the fields that differ
 * @param others the fields that do not, as they are sent
 */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ConflictPage(
        StudioFrame screen,
        String href,
        int revision,
        String who,
        String state,
        boolean mayWrite,
        String stale,
        String theirs,
        String base,
        String slug,
        String theirSlug,
        String note,
        boolean minor,
        List<Clash> clashes,
        List<SubmittedForm.Value> others)
        implements TemplateInstance {

    /**
     * A field that somebody else has changed, or that was changed on the screen.
     *
     * @param mine as it stood on the screen
     * @param theirs as it is saved
     */
    record Clash(FormField mine, String theirs, List<String> onlyTheirs, List<String> onlyMine) {}
}
