package org.ketaminecontent.editorial;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.live.FormerSlug;
import org.ketaminecontent.live.Withdrawal;
import org.ketaminecontent.manuscript.Manuscript;

/**
 * Finds the document that each manuscript of a pack is a version of: by what is live, was live, or was taken back under its
 * name. A name that is only drafted says nothing of a document that readers know.
 */
final class PackWorkMatcher {

    private final Map<UUID, Work> works = new HashMap<>();

    /** By the name of the newest version, which may be a draft. */
    private final Map<String, Work> drafted = new HashMap<>();

    private final Map<String, Work> live = new HashMap<>();
    private final Map<String, Work> former = new HashMap<>();
    private final Map<String, Work> withdrawn = new HashMap<>();
    private final Map<String, Work> found = new HashMap<>();
    private final Set<UUID> claimed = new HashSet<>();

    private final Actor actor;

    private PackWorkMatcher(Actor actor) {
        this.actor = actor;
        Work.<Work>listAll().forEach(work -> {
            works.put(work.id, work);
            drafted.put(work.key(), work);
        });
        Work.getEntityManager()
                .createQuery(
                        "select w.collection || '/' || r.slug, w.id from Work w join Revision r on r.workId = w.id"
                                + " and r.number = w.live",
                        Object[].class)
                .getResultList()
                .forEach(row -> put(live, (String) row[0], (UUID) row[1]));
        FormerSlug.<FormerSlug>listAll().forEach(each -> put(former, each.collection + "/" + each.slug, each.entryId));
        Withdrawal.<Withdrawal>list("order by withdrawnAt")
                .forEach(each -> put(withdrawn, each.collection + "/" + each.slug, each.entryId));
    }

    private void put(Map<String, Work> names, String name, UUID id) {
        var work = works.get(id);
        if (work != null) {
            names.put(name, work);
        }
    }

    /**
     * The documents of all manuscripts of a pack; one whose name a manuscript has is no other manuscript's.
     *
     * @param actor who sent the pack in
     */
    static PackWorkMatcher of(Collection<Manuscript> manuscripts, Actor actor) {
        var packed = new PackWorkMatcher(actor);
        packed.claim(manuscripts, each -> Stream.of(packed.live.get(each.key())));
        packed.claim(manuscripts, each -> Stream.of(packed.former.get(each.key())));
        packed.claim(
                manuscripts,
                each -> formerNames(each).flatMap(name -> Stream.of(packed.live.get(name), packed.former.get(name))));
        packed.claim(
                manuscripts,
                each -> Stream.concat(Stream.of(each.key()), formerNames(each)).map(packed.withdrawn::get));
        packed.claim(
                manuscripts,
                each -> Stream.of(packed.drafted.get(each.key())).filter(work -> work != null && work.live == null));
        return packed;
    }

    private interface Candidates {
        Stream<@Nullable Work> of(Manuscript manuscript);
    }

    private void claim(Collection<Manuscript> manuscripts, Candidates candidates) {
        for (var manuscript : manuscripts) {
            if (!found.containsKey(manuscript.key())) {
                candidates
                        .of(manuscript)
                        .flatMap(Stream::ofNullable)
                        // A former name of what is left alone is its own for good; another may be given to a new
                        // document.
                        .filter(work -> work.isLeftAloneBy(actor) || !claimed.contains(work.id))
                        .findFirst()
                        .ifPresent(work -> {
                            found.put(manuscript.key(), work);
                            claimed.add(work.id);
                        });
            }
        }
    }

    private static Stream<String> formerNames(Manuscript manuscript) {
        return manuscript.content().formerSlugs().stream().map(slug -> manuscript.collection() + "/" + slug);
    }

    /** The document that a manuscript is a version of; empty where it is a new one. */
    Optional<Work> find(Manuscript manuscript) {
        return Optional.ofNullable(found.get(manuscript.key()));
    }

    /** The other document whose draft has the manuscript's name. */
    Optional<Work> reserving(Manuscript manuscript) {
        return Optional.ofNullable(drafted.get(manuscript.key()))
                .filter(other ->
                        find(manuscript).filter(own -> own.id.equals(other.id)).isEmpty());
    }

    /** The documents that are live and no manuscript's, and that the actor may take back, by name. */
    List<Work> absent() {
        return live.values().stream()
                .filter(work -> !claimed.contains(work.id) && !work.isLeftAloneBy(actor))
                .sorted(Comparator.comparing(Work::key))
                .toList();
    }

    /** Tells if there is anything that the actor's pack leaves alone. */
    boolean isAnyLeftAlone() {
        return works.values().stream().anyMatch(work -> work.isLeftAloneBy(actor));
    }
}
