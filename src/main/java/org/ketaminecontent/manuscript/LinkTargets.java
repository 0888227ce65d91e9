package org.ketaminecontent.manuscript;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.text.Markdown;

/** Resolves the links of a text: to a glossary term first, otherwise to the one document with that slug. */
public class LinkTargets {

    private static final String GLOSSARY = "glossary";

    private final Set<String> keys;

    /** @param keys all documents, as {@code collection/slug} */
    public LinkTargets(Set<String> keys) {
        this.keys = keys;
    }

    Optional<String> resolve(Markdown.Link link) {
        var candidates = candidates(link);
        if (link.collection() == null && candidates.contains(GLOSSARY + "/" + link.slug())) {
            return Optional.of(GLOSSARY + "/" + link.slug());
        }
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    List<String> candidates(Markdown.Link link) {
        return link.collection() == null
                ? keys.stream().filter(key -> key.endsWith("/" + link.slug())).toList()
                : Stream.of(link.collection() + "/" + link.slug())
                        .filter(keys::contains)
                        .toList();
    }

    /** The references that the content cites, and its text with every link in full. */
    public Citations of(Content content) {
        return new Citations(cited(content), spelledOut(content.body()));
    }

    private @Nullable String spelledOut(@Nullable String body) {
        return body == null
                ? null
                : Markdown.rewriteLinks(body, link -> "[[" + resolve(link).orElseThrow() + "|" + link.words() + "]]");
    }

    /** Slugs of the references that a content cites, in the text first, then in its fields. */
    static List<String> cited(Content content) {
        var inText = content.body() == null ? Stream.<String>empty() : Markdown.citations(content.body());
        var inFields = content.links().stream()
                .filter(pointer -> pointer.collection().equals("references"))
                .map(pointer -> pointer.slug());
        return Stream.concat(inText, inFields).distinct().toList();
    }
}
