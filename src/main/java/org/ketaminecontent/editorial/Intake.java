package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.access.AuditTrail.Act;
import org.ketaminecontent.pack.Pack;
import org.ketaminecontent.publishing.ContentHash;
import org.ketaminecontent.publishing.LinkCheck;
import org.ketaminecontent.publishing.Manuscript;
import org.ketaminecontent.publishing.Nouns;
import org.ketaminecontent.publishing.Publication;
import org.ketaminecontent.publishing.Publisher;
import org.ketaminecontent.publishing.Retraction;

/** Publishes a whole pack, and leaves alone what people have worked on. */
@ApplicationScoped
public class Intake {

    private final Nouns nouns;
    private final Publisher publisher;
    private final Checker checker;
    private final Pointers pointers;
    private final AuditTrail audit;

    Intake(Nouns nouns, Publisher publisher, Checker checker, Pointers pointers, AuditTrail audit) {
        this.nouns = nouns;
        this.publisher = publisher;
        this.checker = checker;
        this.pointers = pointers;
        this.audit = audit;
    }

    /**
     * What became of a pack.
     *
     * @param kept the names of documents that people have worked on: the pack's version is in their history, and readers
     *     go on seeing the people's
     */
    public record Report(int published, int unchanged, int withdrawn, List<String> kept) {}

    /** Makes the pack live, but for what people have worked on. All or nothing. */
    @Transactional
    public Report publish(Pack pack) {
        return publish(pack, Actor.PACK);
    }

    /** @param actor who sent the pack in; what differs from the pack that came with the application counts as edited then */
    @Transactional
    Report publish(Pack pack, Actor actor) {
        publisher.lock();
        var works = Work.<Work>listAll().stream().collect(Collectors.toMap(Work::key, Function.identity()));
        var taken = new ArrayList<Manuscript>();
        var kept = new ArrayList<Manuscript>();
        pack.manuscripts()
                .forEach(each -> (find(works, each).filter(work -> work.edited).isPresent() ? kept : taken).add(each));
        var leaving = leaving(works, pack, kept, taken);
        keepWhatLeadsNowhere(works, taken, kept, leaving);
        var publications = taken.stream().map(Publication::unreviewed).toList();
        var retractions =
                leaving.stream().map(name -> new Retraction(name, null, null)).toList();
        var report = publisher.publish(publications, retractions);
        publisher.replaceSynonyms(pack.synonyms());
        var acts = new ArrayList<Act>();
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        taken.forEach(each -> record(works, each, report, actor, now).ifPresent(acts::add));
        leaving.forEach(name -> acts.add(withdrawn(works, name, actor, now)));
        var names = new ArrayList<String>();
        kept.forEach(each -> file(works, each, actor, now).ifPresent(act -> {
            acts.add(act);
            names.add(each.key());
        }));
        if (!acts.isEmpty()) {
            audit.add(actor, acts);
        }
        return new Report(report.published(), report.unchanged(), report.withdrawn(), names);
    }

    /** What became of one document. */
    enum Outcome {
        PUBLISHED,
        UNCHANGED,
        KEPT
    }

    /** Makes one document live, unless people have worked on it: then it goes into its history. */
    @Transactional
    Outcome publish(Manuscript manuscript, Actor actor) {
        publisher.lock();
        var works = around(manuscript);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var outcome = foresee(manuscript, works);
        var acts = new ArrayList<Act>();
        if (outcome == Outcome.KEPT) {
            file(works, manuscript, actor, now).ifPresent(acts::add);
        }
        if (outcome == Outcome.PUBLISHED) {
            var report = publisher.publish(List.of(Publication.unreviewed(manuscript)), List.of());
            record(works, manuscript, report, actor, now).ifPresent(acts::add);
        }
        if (!acts.isEmpty()) {
            audit.add(actor, acts);
        }
        return outcome;
    }

    /** What would become of one document. */
    @Transactional
    Outcome foresee(Manuscript manuscript) {
        return foresee(manuscript, around(manuscript));
    }

    private Outcome foresee(Manuscript manuscript, Map<String, Work> works) {
        var work = find(works, manuscript).orElse(null);
        if (work == null) {
            return Outcome.PUBLISHED;
        }
        if (work.isLive()) {
            var live = Exports.manuscript(work, nouns.of(work.collection).orElseThrow());
            var head = Revision.head(work);
            if (says(manuscript, live.slug(), ContentHash.of(live.content()))
                    || says(manuscript, head.slug, head.contentHash)) {
                return Outcome.UNCHANGED;
            }
        }
        return work.edited ? Outcome.KEPT : Outcome.PUBLISHED;
    }

    /** The names of what would be taken back because a pack does not hold it. */
    @Transactional
    List<String> foreseeLeaving(Pack pack) {
        var works = Work.<Work>listAll().stream().collect(Collectors.toMap(Work::key, Function.identity()));
        var taken = pack.manuscripts().stream()
                .filter(each -> find(works, each).filter(work -> work.edited).isEmpty())
                .toList();
        return leaving(works, pack, List.of(), taken);
    }

    private static boolean says(Manuscript manuscript, String slug, String contentHash) {
        return manuscript.slug().equals(slug)
                && ContentHash.of(manuscript.content()).equals(contentHash);
    }

    private static Map<String, Work> around(Manuscript manuscript) {
        return Stream.concat(Stream.of(manuscript.slug()), manuscript.content().formerSlugs().stream())
                .flatMap(slug -> Work.findByName(manuscript.collection(), slug).stream())
                .distinct()
                .collect(Collectors.toMap(Work::key, Function.identity()));
    }

    private static Optional<Work> find(Map<String, Work> works, Manuscript manuscript) {
        return Stream.concat(Stream.of(manuscript.slug()), manuscript.content().formerSlugs().stream())
                .map(slug -> manuscript.collection() + "/" + slug)
                .flatMap(key -> Optional.ofNullable(works.get(key)).stream())
                .findFirst();
    }

    /** What came from a pack, is not in this one, and nobody has worked on or points to. */
    private List<String> leaving(Map<String, Work> works, Pack pack, List<Manuscript> kept, List<Manuscript> taken) {
        var present = new HashSet<String>();
        pack.manuscripts().forEach(each -> find(works, each).ifPresent(work -> present.add(work.key())));
        var absent = works.values().stream()
                .filter(work -> work.isLive() && !work.edited && !present.contains(work.key()))
                .map(Work::key)
                .collect(Collectors.toCollection(ArrayList::new));
        var replaced = taken.stream().map(Manuscript::key).toList();
        absent.removeIf(name -> works.values().stream().anyMatch(work -> work.edited && work.isLive())
                && !pointers.to(
                                List.of(name),
                                Stream.concat(replaced.stream(), absent.stream())
                                        .toList())
                        .isEmpty());
        return absent;
    }

    /** People may have taken back what a new version in the pack points to; that version waits until they decide. */
    private void keepWhatLeadsNowhere(
            Map<String, Work> works, List<Manuscript> taken, List<Manuscript> kept, List<String> leaving) {
        if (works.values().stream().noneMatch(work -> work.edited)) {
            return;
        }
        Set<Manuscript> astray;
        do {
            var names = checker.liveNames();
            leaving.forEach(names::remove);
            var check = new LinkCheck(taken, names);
            astray = taken.stream().filter(each -> !check.leadsSomewhere(each)).collect(Collectors.toSet());
            taken.removeAll(astray);
            kept.addAll(astray);
        } while (!astray.isEmpty());
    }

    /** Writes down what the pack made live. */
    private static Optional<Act> record(
            Map<String, Work> works, Manuscript manuscript, Publisher.Report report, Actor actor, Instant now) {
        var live = requireNonNull(report.live().get(manuscript.key()));
        var work = find(works, manuscript)
                .orElseGet(() -> Work.begin(live.id(), manuscript.collection(), manuscript.slug()));
        var hash = ContentHash.of(manuscript.content());
        var before = work.head == 0 ? Optional.<Revision>empty() : Revision.find(work, work.head);
        boolean same = before.isPresent()
                && before.get().contentHash.equals(hash)
                && before.get().slug.equals(manuscript.slug());
        if (same && work.isLive()) {
            return Optional.empty();
        }
        if (work.state == State.PUBLISHED || work.state == State.WITHDRAWN || work.head == 0) {
            work.write(manuscript.slug(), actor, now);
        }
        work.publishFromPack(actor, now);
        work.persist();
        var revision = Revision.of(work, work.head, manuscript.slug(), manuscript.content(), actor, now);
        revision.fromPack = true;
        before.ifPresent(each -> revision.basedOn = each.number);
        if (before.isPresent() || actor != Actor.PACK) {
            Authorship.note(work, revision, null, List.of());
        }
        revision.persist();
        return Optional.of(act("publish", work, revision, before.map(each -> each.contentHash)));
    }

    private static Act withdrawn(Map<String, Work> works, String name, Actor actor, Instant now) {
        var work = requireNonNull(works.get(name));
        var revision = Revision.head(work);
        work.withdraw("It is no longer in the content pack.", null, actor, now);
        return new Act(
                "withdraw", work.id.toString(), revision.number, Map.of("document", name), revision.contentHash, null);
    }

    /** Puts the pack's version into the history of a document that people have worked on, once. */
    private static Optional<Act> file(Map<String, Work> works, Manuscript manuscript, Actor actor, Instant now) {
        var found = find(works, manuscript);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var work = found.get();
        var known = Revision.latestFromPack(work);
        if (known.isPresent() && known.get().contentHash.equals(ContentHash.of(manuscript.content()))) {
            return Optional.empty();
        }
        work.file();
        var revision = Revision.of(work, work.revisions, manuscript.slug(), manuscript.content(), actor, now);
        revision.fromPack = true;
        revision.note = "From a newer content pack. People have worked on the document, so readers do not see it.";
        Authorship.note(work, revision, null, List.of());
        revision.persist();
        return Optional.of(act("file", work, revision, Optional.empty()));
    }

    private static Act act(String action, Work work, Revision revision, Optional<String> before) {
        return new Act(
                action,
                work.id.toString(),
                revision.number,
                Map.of("document", work.key()),
                before.orElse(null),
                revision.contentHash);
    }
}
