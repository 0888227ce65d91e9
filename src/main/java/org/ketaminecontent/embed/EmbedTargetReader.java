package org.ketaminecontent.embed;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.http.ParameterLists;

/** Reads the address of content to embed. */
final class EmbedTargetReader {

    private static final Pattern DOCUMENT =
            Pattern.compile("/(?:v1/|embed/)?([a-z-]+)/([A-Za-z0-9-]+)(?:/([a-z0-9-]+))?/?");
    private static final Pattern LIST =
            Pattern.compile("/(?:v1/|embed/)?(" + EmbedTarget.FAQS + "|" + EmbedTarget.CONTACTS + "|search)/?");

    private EmbedTargetReader() {}

    /** The content that an address of this server names; empty where it names none. */
    static Optional<EmbedTarget> read(String url, String base) {
        try {
            var asked = new URI(url.startsWith("/") ? base + url : url);
            var own = new URI(base);
            // Which of both schemes does not matter: a proxy may have changed it.
            return asked.getAuthority() == null
                            || !asked.getAuthority().equalsIgnoreCase(own.getAuthority())
                            || !asked.getPath().startsWith(own.getPath())
                    ? Optional.empty()
                    : read(asked, asked.getPath().substring(own.getPath().length()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<EmbedTarget> read(URI asked, String path) {
        var list = LIST.matcher(path);
        if (list.matches()) {
            return list(list.group(1), parameters(asked), asked.getFragment());
        }
        var document = DOCUMENT.matcher(path);
        if (!document.matches()) {
            return Optional.empty();
        }
        var anchor = document.group(3) == null ? asked.getFragment() : document.group(3);
        return Optional.of(new EmbedTarget.OneDocument(
                document.group(1), document.group(2), anchor == null || anchor.isEmpty() ? null : anchor));
    }

    private static Optional<EmbedTarget> list(
            String name, Map<String, List<String>> parameters, @Nullable String fragment) {
        return switch (name) {
            case EmbedTarget.FAQS -> questions(parameters.getOrDefault("theme", List.of()), fragment);
            case EmbedTarget.CONTACTS -> contacts(parameters.getOrDefault("country", List.of()));
            default -> Optional.of(new EmbedTarget.SearchBox());
        };
    }

    /** The themes that the parameter or the fragment names; a scheme of colors is none. */
    private static Optional<EmbedTarget> questions(List<String> given, @Nullable String fragment) {
        var named = fragment == null || fragment.isEmpty() ? given : List.of(fragment);
        var about = ParameterLists.items(named).stream()
                .filter(each ->
                        !Set.of("light", EmbedStyle.DARK, EmbedStyle.AUTO).contains(each))
                .map(EmbedTarget::theme)
                .toList();
        return about.contains(Optional.<Theme>empty())
                ? Optional.empty()
                : Optional.of(new EmbedTarget.Questions(
                        about.stream().flatMap(Optional::stream).distinct().toList()));
    }

    private static Optional<EmbedTarget> contacts(List<String> given) {
        if (given.isEmpty()) {
            return Optional.of(new EmbedTarget.Contacts(null));
        }
        return given.get(0).matches("[A-Za-z]{2}")
                ? Optional.of(new EmbedTarget.Contacts(given.get(0).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Map<String, List<String>> parameters(URI asked) {
        return asked.getRawQuery() == null ? Map.of() : new QueryStringDecoder(asked.getRawQuery(), false).parameters();
    }
}
