package org.ketaminecontent.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes authored content live. Nothing becomes live in any other way. */
@ApplicationScoped
public class Publisher {

    /** The lock that puts changes into one order; any number that nothing else in the database uses. */
    private static final long CHANGE_LOCK = 0x6b_63_6f_6e_74_65_6e_74L;

    private final Nouns nouns;
    private final Renderer renderer;
    private final EntityManager entityManager;
    private final Event<Changed> changed;
    private final Build build;

    Publisher(Nouns nouns, Renderer renderer, EntityManager entityManager, Event<Changed> changed, Build build) {
        this.nouns = nouns;
        this.renderer = renderer;
        this.entityManager = entityManager;
        this.changed = changed;
        this.build = build;
    }

    /** What a publication did, counted in documents. */
    public record Report(int published, int unchanged, int withdrawn) {}

    /**
     * Makes the given manuscripts, and nothing else, live: changed ones get a new version, absent ones are withdrawn.
     * All or nothing.
     *
     * @param synonyms what readers call things
     */
    @Transactional
    public Report replaceAll(List<Manuscript> manuscripts, List<Synonyms> synonyms) {
        entityManager
                .createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", CHANGE_LOCK)
                .getSingleResult();
        var log = new ChangeLog();
        var edition = new Edition(manuscripts, entityManager, log);
        var renditions = new Renditions(nouns, renderer, entityManager, log, build.id());
        for (var noun : nouns.inOrder()) {
            renditions.touchAround(noun, edition.outdated(noun));
            edition.publish(noun);
        }
        var backwards = new ArrayList<>(nouns.inOrder());
        Collections.reverse(backwards);
        backwards.forEach(edition::withdrawAbsent);
        nouns.inOrder().forEach(noun -> renditions.touchAround(noun, edition.published(noun)));
        renditions.renew();
        new SearchEntries(entityManager).replaceSynonyms(synonyms);
        announce(log);
        return edition.report();
    }

    /** To this process at once, and to the others with the commit. */
    private void announce(ChangeLog log) {
        if (!log.keys().isEmpty()) {
            changed.fire(new Changed(log.keys(), log.lastNumber()));
            entityManager
                    .createNativeQuery("select pg_notify(:channel, :number)", Object.class)
                    .setParameter("channel", ChangeWatch.CHANNEL)
                    .setParameter("number", String.valueOf(log.lastNumber()))
                    .getSingleResult();
        }
    }
}
