package org.ketaminecontent.embed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.embed.EmbedTarget.Kind;
import org.ketaminecontent.http.Failure;

/** The builder's form as it was sent, or as a link names what it is to begin with. */
final class BuilderForm {

    /** The document to begin with. */
    private static final EmbedTarget.OneDocument USUAL =
            new EmbedTarget.OneDocument("topics", "what-ketamine-is", null);

    static final String KIND = "kind";
    static final String URL = "url";

    /** Names the document in short, such as {@code faqs/can-i-drive}, for links that others make. */
    static final String DOCUMENT = "document";

    static final String SECTION = "section";
    static final String ABOUT = "about";
    static final String COUNTRY = "country";

    private static final Set<String> OWN = Set.of(KIND, URL, DOCUMENT, SECTION, ABOUT, COUNTRY);

    /** Fields of colors and numbers always have a value; these say that none was chosen. */
    private static final Map<String, String> UNCHOSEN = Map.of(
            "accent", Contrast.hex(Palette.LIGHT.accent()),
            "ground", Contrast.hex(Palette.LIGHT.ground()),
            "radius", String.valueOf(EmbedStyle.USUAL_RADIUS));

    private final Map<String, List<String>> given;
    private final EmbedTarget named;

    /** @throws Failure where the address is not one of what can be embedded */
    BuilderForm(Map<String, List<String>> sent, String base) {
        // An empty box is no choice.
        given = EmbedStyle.withoutEmpty(sent);
        var document = first(DOCUMENT);
        var url = first(URL);
        if (url == null && document == null) {
            named = USUAL;
        } else {
            named = EmbedTarget.of(url == null ? "/" + document : url, base);
        }
    }

    private @Nullable String first(String name) {
        return EmbedStyle.first(given, name);
    }

    /** A field of a color, in which one is always chosen. */
    static String color(Map<String, List<String>> sent, String name) {
        var value = EmbedStyle.first(sent, name);
        return value != null && value.matches("#?[0-9A-Fa-f]{6}")
                ? "#" + value.replace("#", "").toLowerCase(Locale.ROOT)
                : Objects.requireNonNull(UNCHOSEN.get(name));
    }

    /** The kind that was chosen, or that the address names. */
    Kind kind() {
        return Stream.of(Kind.values())
                .filter(each -> value(each).equals(first(KIND)))
                .findFirst()
                .orElseGet(() -> first(SECTION) == null ? named.kind() : Kind.SECTION);
    }

    /** A kind as the form writes it. */
    static String value(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The document that is chosen, whatever the kind is. */
    EmbedTarget.OneDocument document() {
        return named instanceof EmbedTarget.OneDocument one
                ? new EmbedTarget.OneDocument(one.collection(), one.slug(), null)
                : USUAL;
    }

    /** The section of it among these anchors; the first one where another document was chosen meanwhile. */
    String section(List<String> anchors) {
        var own = named instanceof EmbedTarget.OneDocument one ? one.anchor() : null;
        var chosen = first(SECTION) == null ? own : first(SECTION);
        return chosen != null && anchors.contains(chosen)
                ? chosen
                : anchors.stream().findFirst().orElse("");
    }

    /** The concern that questions are about; empty for all of them. */
    String about() {
        var own = named instanceof EmbedTarget.Questions questions
                        && questions.about().size() == 1
                ? questions.about().get(0).anchor()
                : "";
        return given.containsKey(KIND) ? Objects.requireNonNullElse(first(ABOUT), "") : own;
    }

    /** The country of contacts; empty for that of the reader. */
    String country() {
        var own = named instanceof EmbedTarget.Contacts contacts
                ? Objects.requireNonNullElse(contacts.country(), "")
                : "";
        return given.containsKey(KIND) ? Objects.requireNonNullElse(first(COUNTRY), "") : own;
    }

    /** The chosen content, with the section that stands for it if one is to be shown. */
    EmbedTarget target(String section) {
        return switch (kind()) {
            case DOCUMENT -> document();
            case SECTION ->
                new EmbedTarget.OneDocument(document().collection(), document().slug(), section);
            case QUESTIONS ->
                new EmbedTarget.Questions(EmbedTarget.theme(about()).stream().toList());
            case CONTACTS -> new EmbedTarget.Contacts(country().matches("[A-Z]{2}") ? country() : null);
            case SEARCH -> new EmbedTarget.SearchBox();
        };
    }

    /** The looks, without what only a form sends. */
    EmbedStyle looks() {
        var looks = new HashMap<>(given);
        looks.keySet().removeAll(OWN);
        UNCHOSEN.forEach((name, usual) -> {
            if (usual.equalsIgnoreCase(first(name))) {
                looks.remove(name);
            }
        });
        return EmbedStyle.of(looks, EmbedStyle.PARAMETERS);
    }
}
