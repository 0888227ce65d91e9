package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentType;
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
    private final LiveManuscripts live;
    private final Referrers referrers;
    private final Clock clock;
    private @Nullable Proofreader proofreader;

    DraftChecker(
            ContentTypes contentTypes,
            PackSource importer,
            EntityManager entityManager,
            LiveManuscripts live,
            Referrers referrers,
            Clock clock) {
        this.clock = clock;
        this.live = live;
        this.referrers = referrers;
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
        var beside = new ArrayList<Manuscript>();
        contentTypes.sources().forEach(source -> beside.addAll(live.of(source, ids)));
        beside.addAll(live.sharingRisks(own, ids));
        var names = liveNames();
        names.removeAll(leaving);
        var findings = new ArrayList<>(proofreader().read(own, beside, names, TimeBudget.of(LONGEST)).stream()
                .filter(finding -> own.contains(finding.manuscript()))
                .toList());
        subjects.forEach(subject -> {
            findings.addAll(taken(subject, ids));
            cited(subject, own).ifPresent(findings::add);
        });
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

    /** @throws InvalidContent where something that keeps it from being published is wrong with this */
    void require(Subject subject) {
        require(List.of(subject), List.of(), i -> "");
    }

    /**
     * @param place the pointer of each subject within what was sent
     * @throws InvalidContent where something that keeps them from being published is wrong with these
     */
    void require(List<Subject> subjects, Collection<String> leaving, IntFunction<String> place) {
        var findings = Finding.refusing(findings(subjects, leaving));
        if (!findings.isEmpty()) {
            var manuscripts = subjects.stream().map(Subject::manuscript).toList();
            throw InvalidContent.of(findings, each -> place.apply(manuscripts.indexOf(each.manuscript())) + "/content");
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

    /** The names of everything live, with those that redirect; a citation shows the present name of its source. */
    Set<String> liveNames() {
        var live = entityManager.createQuery("select document from Rendition", String.class).getResultList().stream();
        var former = entityManager
                .createQuery(
                        "select f.collection || '/' || f.slug from FormerSlug f where exists"
                                + " (select 1 from Rendition r where r.entryId = f.entryId)"
                                + " and f.collection not in :sources",
                        String.class)
                .setParameter(
                        "sources",
                        contentTypes.sources().stream()
                                .map(ContentType::collection)
                                .toList())
                .getResultList()
                .stream();
        return new HashSet<>(Stream.concat(live, former).toList());
    }

    /** A source that texts cite keeps its slug, because they show it under that. */
    private Optional<Finding> cited(Subject subject, List<Manuscript> own) {
        var manuscript = subject.manuscript();
        var contentType = contentTypes.named(manuscript.collection());
        if (!contentType.isSource()) {
            return Optional.empty();
        }
        var rewritten = own.stream().map(Manuscript::key).toList();
        return contentType
                .findByIdOptional(subject.id())
                .filter(live -> !live.slug.equals(manuscript.slug()))
                .map(live -> referrers.to(List.of(manuscript.collection() + "/" + live.slug), rewritten))
                .filter(by -> !by.isEmpty())
                .map(by -> new Finding(
                        manuscript,
                        "/slug",
                        0,
                        "must stay as it is, because other documents cite it under that: " + String.join(", ", by)));
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
        for (var each : manuscript.content().formerSlugs()) {
            var owner =
                    FormerSlug.findBySlug(manuscript.collection(), each).filter(other -> !ids.contains(other.entryId));
            if (owner.isPresent() || contentType.count("slug = ?1 and id not in ?2", each, ids) > 0) {
                findings.add(new Finding(
                        manuscript,
                        "/formerSlugs",
                        0,
                        "'" + manuscript.collection() + "/" + each + "' leads to another document"));
            }
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
