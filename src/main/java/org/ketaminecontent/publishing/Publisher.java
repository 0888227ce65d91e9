package org.ketaminecontent.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.live.BuildIdentity;
import org.ketaminecontent.live.Change;
import org.ketaminecontent.live.ChangeAction;
import org.ketaminecontent.live.ChangeWatch;
import org.ketaminecontent.live.ContentChanged;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.live.DatabaseLocks;
import org.ketaminecontent.live.Rendition;
import org.ketaminecontent.live.SynonymTable;
import org.ketaminecontent.live.Synonyms;

/** Publishes authored content. Nothing becomes live in any other way. */
@ApplicationScoped
public class Publisher {

    /** The lock that serializes changes; any number not used elsewhere in the database. */
    private static final long CHANGE_LOCK = 0x6b_63_6f_6e_74_65_6e_74L;

    private final ContentTypes contentTypes;
    private final Renderer renderer;
    private final EntityManager entityManager;
    private final Event<ContentChanged> changed;
    private final Event<Run> ran;
    private final DatabaseLocks locks;
    private final BuildIdentity build;
    private final DatabaseClock clock;

    Publisher(
            ContentTypes contentTypes,
            Renderer renderer,
            EntityManager entityManager,
            Event<ContentChanged> changed,
            Event<Run> ran,
            DatabaseLocks locks,
            BuildIdentity build,
            DatabaseClock clock) {
        this.contentTypes = contentTypes;
        this.renderer = renderer;
        this.entityManager = entityManager;
        this.changed = changed;
        this.ran = ran;
        this.locks = locks;
        this.build = build;
        this.clock = clock;
    }

    /** The event of a run of the publisher that changed something. */
    record Run(List<Step> steps) {}

    /** One change: its document, the document's version after it, and its number. */
    record Step(ChangeAction action, String document, int version, long number) {}

    /** The id and version of a published document. */
    public record Live(UUID id, int version) {}

    /**
     * The result of a publication.
     *
     * @param live the live documents among the given ones, by name
     * @param unchanged the number of documents that were already live in this form
     */
    public record Report(Map<String, Live> live, int unchanged, int withdrawn) {

        /** The number of documents with a new version. */
        public int published() {
            return live.size() - unchanged;
        }
    }

    /** Waits until no other transaction changes live content, and excludes others until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        locks.take(CHANGE_LOCK);
    }

    /** Publishes and withdraws documents, and leaves all others as they are. All or nothing. */
    @Transactional
    public Report publish(List<Publication> publications, List<PlannedWithdrawal> retractions) {
        lock();
        var log = new ChangeLog(clock.now());
        var run = new PublishingRun(publications, retractions, names(publications, retractions), entityManager, log);
        var renditions = renditions(log);
        for (var contentType : contentTypes.inOrder()) {
            run.prepare(contentType);
            renditions.touchAround(contentType, run.outdated(contentType));
            run.publish(contentType);
        }
        var backwards = new ArrayList<>(contentTypes.inOrder());
        Collections.reverse(backwards);
        backwards.forEach(run::withdraw);
        contentTypes.inOrder().forEach(contentType -> renditions.touchAround(contentType, run.published(contentType)));
        renditions.renew();
        announce(log);
        return run.report();
    }

    /**
     * Sets the time at which a live document will be withdrawn, and renders the document again, so that copies know the
     * time too.
     *
     * @param at null if it is to stay
     */
    @Transactional
    public void expire(String collection, UUID id, @Nullable Instant at) {
        lock();
        var entry = contentTypes.named(collection).findById(id);
        entry.expiresAt = at;
        renew(Map.of(collection, List.of(id)));
    }

    /** Replaces all synonyms. */
    @Transactional
    public void replaceSynonyms(List<Synonyms> synonyms) {
        var table = new SynonymTable(entityManager);
        if (!table.all().equals(synonyms)) {
            table.replace(synonyms);
            announce(Set.of(ContentChanged.SYNONYMS), Change.latest());
        }
    }

    /** All synonyms. */
    @Transactional
    public List<Synonyms> synonyms() {
        return new SynonymTable(entityManager).all();
    }

    /** Renders documents again whose text depends on the day, such as reviews that become due. */
    @Transactional
    public void renewFor(LocalDate today) {
        List<Rendition> old = Rendition.list("goodUntil is not null and goodUntil <= ?1", today);
        if (old.isEmpty()) {
            return;
        }
        lock();
        renew(contentTypes.inOrder().stream()
                .collect(Collectors.toMap(
                        ContentType::collection,
                        contentType -> old.stream()
                                .filter(each -> each.document.startsWith(contentType.collection() + "/"))
                                .map(each -> each.entryId)
                                .toList())));
    }

    /** Renders the documents with these ids again, by collection. */
    private void renew(Map<String, List<UUID>> documents) {
        var log = new ChangeLog(clock.now());
        var renditions = renditions(log);
        contentTypes
                .inOrder()
                .forEach(contentType -> renditions.touch(
                        contentType.collection(), documents.getOrDefault(contentType.collection(), List.of())));
        renditions.renew();
        announce(log);
    }

    private Renditions renditions(ChangeLog log) {
        return new Renditions(contentTypes, renderer, entityManager, log, build.id());
    }

    /** The names of all documents that will be live. */
    private Set<String> names(List<Publication> publications, Collection<PlannedWithdrawal> retractions) {
        var names = new HashSet<>(entityManager
                .createQuery("select document from Rendition", String.class)
                .getResultList());
        names.addAll(entityManager
                .createQuery("select f.collection || '/' || f.slug from FormerSlug f", String.class)
                .getResultList());
        names.removeAll(retractions.stream().map(PlannedWithdrawal::document).collect(Collectors.toSet()));
        publications.forEach(each -> {
            var manuscript = each.manuscript();
            names.add(manuscript.key());
            manuscript.content().formerSlugs().forEach(slug -> names.add(manuscript.collection() + "/" + slug));
        });
        return names;
    }

    /** Announces changes to this process at once, and to others at the commit. */
    private void announce(ChangeLog log) {
        if (!log.keys().isEmpty()) {
            ran.fire(new Run(log.steps()));
            announce(log.keys(), log.lastNumber());
        }
    }

    private void announce(Set<String> keys, long number) {
        changed.fire(new ContentChanged(keys, number));
        entityManager
                .createNativeQuery("select pg_notify(:channel, :number)", Object.class)
                .setParameter("channel", ChangeWatch.CHANNEL)
                .setParameter("number", String.valueOf(number))
                .getSingleResult();
    }
}
