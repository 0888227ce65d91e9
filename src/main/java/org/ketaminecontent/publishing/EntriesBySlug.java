package org.ketaminecontent.publishing;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.live.FormerSlug;

/** The live documents that others link to, by slug or former slug; those of the same run are among them. */
record EntriesBySlug(EntityManager entityManager) implements LiveEntries {

    @Override
    public <E extends Entry> List<E> all(Class<E> type, List<String> slugs) {
        var session = entityManager.unwrap(Session.class);
        return slugs.stream()
                .map(slug -> session.bySimpleNaturalId(type)
                        .loadOptional(slug)
                        .or(() -> renamed(type, slug))
                        .orElseThrow(() ->
                                new IllegalStateException("no live " + type.getSimpleName() + " is called " + slug)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private <E extends Entry> Optional<E> renamed(Class<E> type, String slug) {
        return FormerSlug.<FormerSlug>list("slug", slug).stream()
                .flatMap(former -> Optional.ofNullable(entityManager.find(type, former.entryId)).stream())
                .findFirst();
    }
}
