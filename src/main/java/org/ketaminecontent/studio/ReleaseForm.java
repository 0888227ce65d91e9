package org.ketaminecontent.studio;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.editorial.ReleaseRequest;
import org.ketaminecontent.editorial.ReleaseRequest.Going;
import org.ketaminecontent.editorial.ReleaseRequest.Leaving;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.Problem;

/** The form of a release as it was sent. A document's key is its collection and id, such as {@code topics/0198…}. */
record ReleaseForm(MultivaluedMap<String, String> form) {

    private static final String PUBLISH = "publish";
    private static final String WITHDRAW = "withdraw";
    private static final String ADD = "add";

    /** An empty form that a document to withdraw is to be added to. */
    static ReleaseForm adding(String document) {
        var form = new MultivaluedHashMap<String, String>();
        form.putSingle(ADD, document);
        form.putSingle("step", ADD);
        return new ReleaseForm(form);
    }

    String text(String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    boolean isAdding() {
        return text("step").equals(ADD);
    }

    String title() {
        return text("title");
    }

    /** The document to be withdrawn as well, such as {@code topics/history}; empty where none is named. */
    String added() {
        return text(ADD);
    }

    /** Puts a document among those to be withdrawn. */
    void choose(String key) {
        if (!withdrawn().contains(key)) {
            form.add(WITHDRAW, key);
        }
        form.remove(ADD);
    }

    List<String> published() {
        return form.getOrDefault(PUBLISH, List.of());
    }

    List<String> withdrawn() {
        return form.getOrDefault(WITHDRAW, List.of());
    }

    ReleaseRequest request() {
        return new ReleaseRequest(
                title(),
                published().stream()
                        .map(key -> new Going(key, text("etag:" + key), null))
                        .toList(),
                withdrawn().stream()
                        .map(key -> new Leaving(
                                key, text("etag:" + key), text("reason:" + key), filled("successor:" + key)))
                        .toList());
    }

    private @Nullable String filled(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** The mistakes that a failure tells of, each after the words of its field. */
    List<String> problems(Failure failure) {
        return failure.details().stream()
                .map(each -> place(each) + each.detail())
                .toList();
    }

    private static String place(Problem.Detail detail) {
        var pointer = Objects.requireNonNullElse(detail.pointer(), "");
        if (pointer.equals("/title")) {
            return "What this is about: ";
        }
        return pointer.endsWith("/reason")
                ? "Why it is withdrawn: "
                : pointer.endsWith("/successor") ? "What stands in its place: " : "";
    }
}
