package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.EntryName;
import org.ketaminecontent.live.FormerSlug;
import org.ketaminecontent.manuscript.Finding;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.manuscript.Proofreader;
import org.ketaminecontent.manuscript.TimeBudget;
import org.ketaminecontent.pack.PackSource;
import org.ketaminecontent.text.AuthoredText;

/** Checks single documents against every rule that the whole pack is checked against. */
@ApplicationScoped
class DraftChecker {

    private static final int LONGEST_TOLD = 200;

    /** One document takes milliseconds, a release of a hundred less than a second. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ContentTypes contentTypes;
    private final PackSource importer;
    private final EntityManager entityManager;
    private final Clock clock;
    private @Nullable Proofreader proofreader;

    DraftChecker(ContentTypes contentTypes, PackSource importer, EntityManager entityManager, Clock clock) {
        this.clock = clock;
        this.contentTypes = contentTypes;
        this.importer = importer;
        this.entityManager = entityManager;
    }

    /** A manuscript with the id of its document. */
    record Subject(UUID id, Manuscript manuscript) {}

    /**
     * The rules that these break, if they become live together.
     *
     * @param leaving the names of documents that are taken back at the same time
     */
    List<Finding> findings(List<Subject> subjects, Collection<String> leaving) {
        var own = subjects.stream().map(Subject::manuscript).toList();
        var ids = subjects.stream().map(Subject::id).toList();
        var sources = contentTypes.sources().stream()
                .flatMap(source -> liveSources(source.collection(), ids).stream())
                .toList();
        var names = liveNames();
        names.removeAll(leaving);
        var findings = new ArrayList<>(proofreader().read(own, sources, names, TimeBudget.of(LONGEST)).stream()
                .filter(finding -> own.contains(finding.manuscript()))
                .toList());
        subjects.forEach(subject -> findings.addAll(taken(subject, ids)));
        return findings;
    }

    /** The rules that one document breaks, if it becomes live alone: as a new one, or as the one that has its name. */
    List<Finding> findings(Manuscript manuscript) {
        var id = WorkLookup.findLive(manuscript.collection(), manuscript.slug())
                .or(() -> WorkLookup.findByName(manuscript.collection(), manuscript.slug()))
                .map(work -> work.id)
                .orElse(new UUID(0, 0));
        return findings(List.of(new Subject(id, manuscript)), List.of());
    }

    /** @throws InvalidContent where something that keeps them from being published is wrong with these */
    void require(List<Subject> subjects, Collection<String> leaving) {
        var findings = Finding.refusing(findings(subjects, leaving));
        if (!findings.isEmpty()) {
            throw InvalidContent.of(findings, "/content");
        }
    }

    /** @throws InvalidContent where a successor is named that is not live */
    void requireLive(@Nullable String successor) {
        if (successor != null && !liveNames().contains(successor)) {
            throw InvalidContent.at(
                    "/successor",
                    List.of("there is no live document '" + AuthoredText.shortened(successor, LONGEST_TOLD) + "'"));
        }
    }

    /** @throws InvalidContent where the statement that a correction calls right has a banned phrase */
    void refusePraise(PublishRequest.Fix correction) {
        var found = proofreader().bannedPhrases(correction.isRight());
        if (!found.isEmpty()) {
            throw InvalidContent.at("/correction/isRight", found);
        }
    }

    /** A version of a document, to be checked. */
    Subject subject(Work work, Revision revision) {
        return new Subject(
                work.id, revision.manuscript(contentTypes.of(work.collection).orElseThrow()));
    }

    /** Its rules are read when they are first needed: a start should not wait for them. */
    private synchronized Proofreader proofreader() {
        var present = proofreader;
        if (present == null) {
            present = new Proofreader(importer.rules(), clock);
            proofreader = present;
        }
        return present;
    }

    /** The names of everything live, former names included. */
    Set<String> liveNames() {
        var live = entityManager.createQuery("select document from Rendition", String.class).getResultList().stream();
        var former = entityManager
                .createQuery(
                        "select f.collection || '/' || f.slug from FormerSlug f where exists"
                                + " (select 1 from Rendition r where r.entryId = f.entryId)",
                        String.class)
                .getResultList()
                .stream();
        return new HashSet<>(Stream.concat(live, former).toList());
    }

    private List<Manuscript> liveSources(String collection, List<UUID> except) {
        var contentType = contentTypes.of(collection).orElseThrow();
        return entityManager
                .createQuery(
                        "select r from Work w join Revision r on r.workId = w.id and r.number = w.live"
                                + " where w.collection = :collection and w.id not in :except",
                        Revision.class)
                .setParameter("collection", collection)
                .setParameter("except", except)
                .getResultList()
                .stream()
                .map(revision -> revision.manuscript(contentType))
                .toList();
    }

    /** Names and places that belong to documents that are live already. */
    private List<Finding> taken(Subject subject, List<UUID> ids) {
        var findings = new ArrayList<Finding>();
        var manuscript = subject.manuscript();
        var contentType = contentTypes.of(manuscript.collection()).orElseThrow();
        if (contentType.count("slug = ?1 and id not in ?2", manuscript.slug(), ids) > 0) {
            findings.add(new Finding(manuscript, "/slug", 0, "'" + manuscript.key() + "' already names a document"));
        }
        var former = FormerSlug.findBySlug(manuscript.collection(), manuscript.slug());
        if (former.filter(each -> !each.entryId.equals(subject.id())).isPresent()) {
            findings.add(new Finding(
                    manuscript, "/slug", 0, "'" + manuscript.key() + "' leads to the document that had it before"));
        }
        Integer position = manuscript.content().position();
        if (position != null) {
            contentType
                    .find("position = ?1 and id not in ?2", position, ids)
                    .project(EntryName.class)
                    .list()
                    .forEach(other -> findings.add(new Finding(
                            manuscript,
                            "/position",
                            0,
                            position + " is already the place of " + manuscript.collection() + "/" + other.slug())));
        }
        return findings;
    }
}
