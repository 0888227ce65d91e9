package org.ketaminecontent.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
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

/** Makes authored content live. Nothing becomes live in any other way. */
@ApplicationScoped
public class Publisher {

    /** The lock that puts changes into one order; any number that nothing else in the database uses. */
    private static final long CHANGE_LOCK = 0x6b_63_6f_6e_74_65_6e_74L;

    private final Nouns nouns;
    private final EntityManager entityManager;

    Publisher(Nouns nouns, EntityManager entityManager) {
        this.nouns = nouns;
        this.entityManager = entityManager;
    }

    /** What a publication did, counted in documents. */
    public record Report(int published, int unchanged, int withdrawn) {}

    /**
     * Makes the given manuscripts, and nothing else, live: changed ones get a new version, absent ones are withdrawn.
     * All or nothing.
     */
    @Transactional
    public Report replaceAll(List<Manuscript> manuscripts) {
        entityManager
                .createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", CHANGE_LOCK)
                .getSingleResult();
        var edition = new Edition(manuscripts);
        nouns.inOrder().forEach(edition::publish);
        var backwards = new ArrayList<>(nouns.inOrder());
        Collections.reverse(backwards);
        backwards.forEach(edition::withdrawAbsent);
        return new Report(edition.published, edition.unchanged, edition.withdrawn);
    }

    /** One run of the presses: everything in it has one time. */
    private final class Edition implements Library {

        private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        private final Map<String, List<Manuscript>> byCollection;
        private final Links links;
        private long lastNumber = Change.latest();
        private int published;
        private int unchanged;
        private int withdrawn;

        Edition(List<Manuscript> manuscripts) {
            byCollection = manuscripts.stream().collect(Collectors.groupingBy(Manuscript::collection));
            links = new Links(manuscripts.stream().map(Manuscript::key).collect(Collectors.toSet()));
        }

        void publish(Noun<Entry, Content> noun) {
            var live = live(noun);
            for (var manuscript : byCollection.getOrDefault(noun.collection(), List.of())) {
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
            }
            entry.slug = manuscript.slug();
            entry.locale = "en";
            entry.version++;
            entry.updatedAt = now;
            entry.contentHash = hash;
            entry.confirmation = manuscript.content().confirmation();
            entry.readingGrade = LanguageCheck.grade(manuscript.content());
            entry.crisisSupport = concernsCrisis(manuscript.content());
            noun.apply(entry, manuscript.content(), links.of(manuscript.content()), this);
            entry.persist();
            for (var former : manuscript.content().formerSlugs()) {
                FormerSlug.remember(manuscript.collection(), former, entry.id);
            }
            log(Action.PUBLISHED, noun, entry);
            published++;
        }

        private @Nullable Entry renamed(Manuscript manuscript, Map<String, Entry> live) {
            return manuscript.content().formerSlugs().stream()
                    .filter(live::containsKey)
                    .findFirst()
                    .map(live::get)
                    .orElse(null);
        }

        /** Gives a new entry its identity: a document that was withdrawn comes back as itself. */
        private void revive(Entry entry, Manuscript manuscript) {
            var withdrawal = Withdrawal.findBySlug(manuscript.collection(), manuscript.slug());
            entry.id = withdrawal.map(each -> each.entryId).orElseGet(Publisher::newId);
            entry.version = withdrawal.map(each -> each.version).orElse(0);
            entry.publishedAt = withdrawal.map(each -> each.publishedAt).orElse(now);
            withdrawal.ifPresent(Withdrawal::delete);
        }

        void withdrawAbsent(Noun<Entry, Content> noun) {
            Set<String> kept = byCollection.getOrDefault(noun.collection(), List.of()).stream()
                    .map(Manuscript::slug)
                    .collect(Collectors.toSet());
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
            withdrawal.withdrawnAt = now;
            withdrawal.persist();
            entry.delete();
            log(Action.WITHDRAWN, noun, entry);
            withdrawn++;
        }

        private void log(Action action, Noun<Entry, Content> noun, Entry entry) {
            var change = new Change();
            change.number = ++lastNumber;
            change.collection = noun.collection();
            change.slug = entry.slug;
            change.document = noun.collection() + "/" + entry.slug;
            change.entryId = entry.id;
            change.action = action;
            change.version = entry.version;
            change.at = now;
            change.persist();
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
                            .orElseThrow(() -> new IllegalStateException(
                                    "no live " + type.getSimpleName() + " is called " + slug)))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
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
