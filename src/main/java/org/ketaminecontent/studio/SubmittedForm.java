package org.ketaminecontent.studio;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import org.ketaminecontent.editorial.Draft;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.text.AuthoredText;

/**
 * A form as it stood on the screen when it was sent.
 *
 * @param kind the form for the content
 */
record SubmittedForm(MultivaluedMap<String, String> form, DocumentForm kind) {

    private static final String DISCARD = "discard";

    /** A field as it was sent. */
    record Value(String name, String text) {

        /** Tells if somebody wrote it, and it is worth reading again. */
        public boolean isWritten() {
            return (name.startsWith(DocumentForm.PREFIX) || name.equals("slug") || name.equals("reason"))
                    && !text.isBlank();
        }

        public String label() {
            return name.startsWith(DocumentForm.PREFIX)
                    ? DocumentForm.label(name.substring(DocumentForm.PREFIX.length()))
                    : DocumentForm.label(name);
        }
    }

    String text(String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    /** The step that is asked for. */
    String step() {
        return discards() ? text(DISCARD) : text("step");
    }

    /** Tells if somebody chose to lose what is not saved. */
    boolean discards() {
        return form.containsKey(DISCARD);
    }

    /** Tells if the text of a document stood on the screen. */
    boolean hasText() {
        return form.containsKey("slug");
    }

    boolean isMinor() {
        return form.containsKey("minor");
    }

    /** Tells if there is something to save. */
    boolean isUnsaved(String slug, JsonNode content) {
        return hasText() && (isMinor() || !text("note").isBlank() || !isSame(slug, content));
    }

    /** Tells if the screen showed just this. */
    boolean isSame(String slug, JsonNode content) {
        return hasText() && text("slug").strip().equals(slug) && kind.isSame(form, content);
    }

    /** @throws org.ketaminecontent.http.Failure where YAML cannot be read, or a text cannot be kept */
    Draft draft() {
        return JsonBodyReader.read(kind.draft(form), Draft.class);
    }

    List<Value> values() {
        return form.entrySet().stream()
                .flatMap(each ->
                        each.getValue().stream().map(text -> new Value(each.getKey(), AuthoredText.lines(text))))
                .toList();
    }
}
