package org.ketaminecontent.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that can be taken on the page of a document, with their fields as they were filled in.
 *
 * @param allowed the steps, by their names on the wire
 * @param live whether readers see the document
 * @param sent the form as it was sent; null where none was
 * @param wrong mistakes by field
 */
record StepFields(
        List<String> allowed, boolean live, @Nullable SubmittedForm sent, FieldErrors wrong) {

    static final StepFields NONE = new StepFields(List.of(), false, null, FieldErrors.NOTHING);

    public boolean can(String step) {
        return allowed.contains(step);
    }

    /** The text of a field; empty where nothing was filled in. */
    public String text(String name) {
        return sent == null ? "" : sent.text(name);
    }

    public List<String> findings(String name) {
        return wrong.at(name);
    }

    /** Tells if somebody began to say what a publication corrects. */
    public boolean isCorrecting() {
        return !(text("severity") + text("wasWrong") + text("isRight")).isBlank();
    }
}
