package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.live.FormerSlug;
import org.ketaminecontent.text.Markdown;

/** Finds the documents that point to another one, in their fields and in their text. */
@ApplicationScoped
class Referrers {

    private final ContentTypes contentTypes;
    private final EntityManager entityManager;

    Referrers(ContentTypes contentTypes, EntityManager entityManager) {
        this.contentTypes = contentTypes;
        this.entityManager = entityManager;
    }

    /**
     * The names of live documents that point to one of these, under its name or a former one, and are none of them.
     *
     * @param names such as {@code topics/history}
     * @param rewritten works whose live version is about to be replaced, and so does not count
     */
    List<String> to(Collection<String> names, Collection<String> rewritten) {
        var targets = withFormerNames(names);
        return targets.stream()
                .flatMap(name -> mentioning(name.substring(name.indexOf('/') + 1)))
                .distinct()
                .filter(revision -> pointsTo(revision, targets))
                .map(Mention::key)
                .filter(key -> !targets.contains(key) && !rewritten.contains(key))
                .sorted()
                .toList();
    }

    /** @throws Failure where live documents point to one of these */
    void refuse(Collection<String> names, Collection<String> rewritten) {
        var by = to(names, rewritten);
        if (!by.isEmpty()) {
            throw new Failure(
                    ErrorCode.STILL_REFERENCED,
                    "Other documents point to it: " + String.join(", ", by) + ".",
                    List.of(),
                    Map.of("referencedBy", by));
        }
    }

    /** These names of live documents, with the former names of the same. */
    Set<String> withFormerNames(Collection<String> names) {
        return names.stream().flatMap(this::withFormerNames).collect(Collectors.toSet());
    }

    private Stream<String> withFormerNames(String name) {
        int slash = name.indexOf('/');
        var collection = name.substring(0, slash);
        var former = contentTypes.named(collection).findBySlug(name.substring(slash + 1)).stream()
                .flatMap(entry -> FormerSlug.slugsOf(entry.id).stream())
                .map(slug -> collection + "/" + slug);
        return Stream.concat(Stream.of(name), former);
    }

    private record Mention(String key, String collection, Revision revision) {}

    private Stream<Mention> mentioning(String slug) {
        return entityManager
                .createQuery(
                        "select w.collection, r from Work w join Revision r on r.workId = w.id and r.number = w.live"
                                + " where r.content like :slug",
                        Object[].class)
                .setParameter("slug", "%" + slug + "%")
                .getResultList()
                .stream()
                .map(row -> {
                    var revision = (Revision) row[1];
                    return new Mention(row[0] + "/" + revision.slug, (String) row[0], revision);
                });
    }

    private boolean pointsTo(Mention mention, Set<String> targets) {
        var content =
                mention.revision().read(contentTypes.of(mention.collection()).orElseThrow());
        return targets(content).anyMatch(targets::contains)
                || links(content)
                        .anyMatch(link -> link.collection() == null
                                && targets.stream().anyMatch(target -> target.endsWith("/" + link.slug())));
    }

    private static Stream<String> targets(Content content) {
        var inFields = content.links().stream().map(each -> each.collection() + "/" + each.slug());
        var cited = content.body() == null
                ? Stream.<String>empty()
                : Markdown.citations(content.body()).map(slug -> "references/" + slug);
        var linked = links(content)
                .filter(link -> link.collection() != null)
                .map(link -> link.collection() + "/" + link.slug());
        return Stream.of(inFields, cited, linked).flatMap(each -> each);
    }

    private static Stream<Markdown.Link> links(Content content) {
        return content.body() == null ? Stream.empty() : content.body().lines().flatMap(Markdown::links);
    }
}
