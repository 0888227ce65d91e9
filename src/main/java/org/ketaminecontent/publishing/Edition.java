package org.ketaminecontent.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.CrisisConcern;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Library;
import org.ketaminecontent.content.Noun;
import org.ketaminecontent.content.Passage;

/** One run of the presses: everything that is to be live. */
final class Edition implements Library {

    private final Map<String, List<Manuscript>> byCollection;
    private final Map<String, Set<UUID>> publishedIds = new HashMap<>();
    private final Links links;
    private final EntityManager entityManager;
    private final ChangeLog log;
    private int published;
    private int unchanged;
    private int withdrawn;

    Edition(List<Manuscript> manuscripts, EntityManager entityManager, ChangeLog log) {
        byCollection = manuscripts.stream().collect(Collectors.groupingBy(Manuscript::collection));
        links = new Links(manuscripts.stream().map(Manuscript::key).collect(Collectors.toSet()));
        this.entityManager = entityManager;
        this.log = log;
    }

    Publisher.Report report() {
        return new Publisher.Report(published, unchanged, withdrawn);
    }

    /** The live documents that will not stay as they are. */
    Set<UUID> outdated(Noun<Entry, Content> noun) {
        var live = live(noun);
        var outdated = live.values().stream().map(entry -> entry.id).collect(Collectors.toCollection(HashSet::new));
        for (var manuscript : manuscripts(noun)) {
            var entry = live.get(manuscript.slug());
            if (entry != null && entry.contentHash.equals(ContentHash.of(manuscript.content()))) {
                outdated.remove(entry.id);
            }
        }
        return outdated;
    }

    /** The documents that this edition published. */
    Set<UUID> published(Noun<Entry, Content> noun) {
        return publishedIds.getOrDefault(noun.collection(), Set.of());
    }

    void publish(Noun<Entry, Content> noun) {
        var live = live(noun);
        for (var manuscript : manuscripts(noun)) {
            publish(noun, manuscript, live);
        }
        entityManager.flush();
    }

    private void publish(Noun<Entry, Content> noun, Manuscript manuscript, Map<String, Entry> live) {
        var hash = ContentHash.of(manuscript.content());
        var entry = live.get(manuscript.slug());
        if (entry == null) {
            entry = renamed(manuscript, live);
        }
        if (entry == null) {
            entry = noun.create();
            revive(entry, manuscript);
        } else if (entry.contentHash.equals(hash) && entry.slug.equals(manuscript.slug())) {
            unchanged++;
            return;
        } else if (!entry.slug.equals(manuscript.slug())) {
            log.add(Action.MOVED, noun.collection() + "/" + entry.slug, entry.id, entry.version);
        }
        entry.slug = manuscript.slug();
        entry.locale = "en";
        entry.version++;
        entry.updatedAt = log.now();
        entry.contentHash = hash;
        entry.confirmation = manuscript.content().confirmation();
        entry.readingGrade = LanguageCheck.grade(manuscript.content());
        entry.crisisSupport = concernsCrisis(manuscript.content());
        noun.apply(entry, manuscript.content(), links.of(manuscript.content()), this);
        entry.persist();
        for (var former : manuscript.content().formerSlugs()) {
            FormerSlug.remember(manuscript.collection(), former, entry.id);
        }
        log.add(Action.PUBLISHED, manuscript.key(), entry.id, entry.version);
        publishedIds
                .computeIfAbsent(noun.collection(), collection -> new HashSet<>())
                .add(entry.id);
        published++;
    }

    private static @Nullable Entry renamed(Manuscript manuscript, Map<String, Entry> live) {
        return manuscript.content().formerSlugs().stream()
                .filter(live::containsKey)
                .findFirst()
                .map(live::get)
                .orElse(null);
    }

    /** Gives a new entry its identity: a document that was withdrawn comes back as itself. */
    private void revive(Entry entry, Manuscript manuscript) {
        var withdrawal = Withdrawal.findBySlug(manuscript.collection(), manuscript.slug());
        entry.id = withdrawal.map(each -> each.entryId).orElseGet(Edition::newId);
        entry.version = withdrawal.map(each -> each.version).orElse(0);
        entry.publishedAt = withdrawal.map(each -> each.publishedAt).orElse(log.now());
        withdrawal.ifPresent(Withdrawal::delete);
    }

    void withdrawAbsent(Noun<Entry, Content> noun) {
        Set<String> kept = manuscripts(noun).stream().map(Manuscript::slug).collect(Collectors.toSet());
        live(noun).values().stream()
                .filter(entry -> !kept.contains(entry.slug))
                .forEach(entry -> withdraw(noun, entry));
        entityManager.flush();
    }

    private void withdraw(Noun<Entry, Content> noun, Entry entry) {
        var withdrawal = new Withdrawal();
        withdrawal.entryId = entry.id;
        withdrawal.collection = noun.collection();
        withdrawal.slug = entry.slug;
        withdrawal.version = entry.version;
        withdrawal.publishedAt = entry.publishedAt;
        withdrawal.withdrawnAt = log.now();
        withdrawal.persist();
        entry.delete();
        new SearchEntries(entityManager).delete(entry.id);
        Rendition.deleteById(entry.id);
        log.add(Action.WITHDRAWN, noun.collection() + "/" + entry.slug, entry.id, entry.version);
        withdrawn++;
    }

    private List<Manuscript> manuscripts(Noun<Entry, Content> noun) {
        return byCollection.getOrDefault(noun.collection(), List.of());
    }

    private Map<String, Entry> live(Noun<Entry, Content> noun) {
        return entityManager
                .createQuery("from " + noun.entityType().getSimpleName(), noun.entityType())
                .getResultStream()
                .collect(Collectors.toMap(entry -> entry.slug, Function.identity()));
    }

    @Override
    public <E extends Entry> List<E> all(Class<E> type, List<String> slugs) {
        var session = Panache.getSession().unwrap(Session.class);
        return slugs.stream()
                .map(slug -> session.bySimpleNaturalId(type)
                        .loadOptional(slug)
                        .orElseThrow(() ->
                                new IllegalStateException("no live " + type.getSimpleName() + " is called " + slug)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean concernsCrisis(Content content) {
        var body = content.body();
        return CrisisConcern.in(content.heading())
                || content.passages().stream().map(Passage::text).anyMatch(CrisisConcern::in)
                || (body != null && CrisisConcern.in(body));
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
