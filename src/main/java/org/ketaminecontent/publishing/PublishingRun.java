package org.ketaminecontent.publishing;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.CrisisConcern;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Passage;
import org.ketaminecontent.content.Review;
import org.ketaminecontent.live.ChangeAction;
import org.ketaminecontent.live.Correction;
import org.ketaminecontent.live.FormerSlug;
import org.ketaminecontent.live.Rendition;
import org.ketaminecontent.live.Withdrawal;
import org.ketaminecontent.manuscript.LanguageCheck;
import org.ketaminecontent.manuscript.LinkTargets;

/** One run of the publisher: the documents to publish and to withdraw, in one transaction. */
final class PublishingRun {

    private final Map<String, List<Publication>> publications;
    private final Map<String, List<PlannedWithdrawal>> retractions;
    private final Map<String, Set<UUID>> publishedIds = new HashMap<>();
    private final Map<String, Publisher.Live> made = new LinkedHashMap<>();
    private final LinkTargets links;
    private final EntityManager entityManager;
    private final EntriesBySlug entries;
    private final ChangeLog log;
    private int unchanged;
    private int withdrawn;

    /** @param names all documents that will be live */
    PublishingRun(
            List<Publication> publications,
            List<PlannedWithdrawal> retractions,
            Set<String> names,
            EntityManager entityManager,
            ChangeLog log) {
        this.publications = publications.stream()
                .collect(Collectors.groupingBy(each -> each.manuscript().collection()));
        this.retractions = retractions.stream()
                .collect(Collectors.groupingBy(
                        each -> each.document().substring(0, each.document().indexOf('/'))));
        links = new LinkTargets(names);
        this.entityManager = entityManager;
        entries = new EntriesBySlug(entityManager);
        this.log = log;
    }

    Publisher.Report report() {
        return new Publisher.Report(made, unchanged, withdrawn);
    }

    /** The live documents that will not stay as they are. */
    Set<UUID> outdated(ContentType<Entry, Content> contentType) {
        var changing = publications(contentType).stream()
                .flatMap(publication ->
                        find(contentType, publication).filter(entry -> !isUnchanged(entry, publication)).stream());
        var leaving = retractions(contentType).stream().flatMap(each -> find(contentType, each).stream());
        return Stream.concat(changing, leaving).map(entry -> entry.id).collect(Collectors.toSet());
    }

    /** The documents that this run published. */
    Set<UUID> published(ContentType<Entry, Content> contentType) {
        return publishedIds.getOrDefault(contentType.collection(), Set.of());
    }

    void publish(ContentType<Entry, Content> contentType) {
        publications(contentType).forEach(publication -> publish(contentType, publication));
        entityManager.flush();
    }

    private void publish(ContentType<Entry, Content> contentType, Publication publication) {
        var manuscript = publication.manuscript();
        var content = manuscript.content();
        var found = find(contentType, publication);
        if (found.isPresent() && isUnchanged(found.get(), publication)) {
            unchanged++;
            made.put(manuscript.key(), new Publisher.Live(found.get().id, found.get().version));
            return;
        }
        var entry = found.orElseGet(() -> revived(contentType, publication));
        if (found.isPresent() && !entry.slug.equals(manuscript.slug())) {
            log.add(ChangeAction.MOVED, contentType.collection() + "/" + entry.slug, entry.id, entry.version);
            FormerSlug.remember(contentType.collection(), entry.slug, entry.id);
        }
        FormerSlug.forget(contentType.collection(), manuscript.slug());
        entry.slug = manuscript.slug();
        entry.locale = "en";
        entry.version++;
        entry.updatedAt = log.now();
        entry.contentHash = ContentHash.of(content);
        entry.confirmation = content.confirmation();
        entry.drafting = content.drafting();
        entry.editedByPerson = content.editedByPerson();
        entry.asOf = content.asOf();
        entry.askedAs = content.askedAs();
        entry.readingGrade = LanguageCheck.grade(content);
        entry.crisisSupport = concernsCrisis(content);
        entry.review = publication.review();
        contentType.apply(entry, content, links.of(content), entries);
        entry.persist();
        for (var former : content.formerSlugs()) {
            // A former slug that another live document uses now belongs to that document.
            if (contentType.findBySlug(former).isEmpty()) {
                FormerSlug.remember(manuscript.collection(), former, entry.id);
            }
        }
        long number = log.add(ChangeAction.PUBLISHED, manuscript.key(), entry.id, entry.version);
        correct(entry, publication, number);
        publishedIds
                .computeIfAbsent(contentType.collection(), collection -> new HashSet<>())
                .add(entry.id);
        made.put(manuscript.key(), new Publisher.Live(entry.id, entry.version));
    }

    private void correct(Entry entry, Publication publication, long number) {
        var fix = publication.correction();
        if (fix == null) {
            return;
        }
        var correction = new Correction();
        correction.number = number;
        correction.entryId = entry.id;
        correction.collection = publication.manuscript().collection();
        correction.slug = entry.slug;
        correction.version = entry.version;
        correction.severity = fix.severity();
        correction.wasWrong = fix.wasWrong();
        correction.isRight = fix.isRight();
        correction.at = log.now();
        correction.persist();
        var errata = new ArrayList<>(List.of(correction.erratum()));
        errata.addAll(entry.errata);
        entry.errata = errata;
        log.corrected();
    }

    private static boolean isUnchanged(Entry entry, Publication publication) {
        return publication.correction() == null
                && entry.slug.equals(publication.manuscript().slug())
                && entry.contentHash.equals(
                        ContentHash.of(publication.manuscript().content()))
                && Review.same(entry.review, publication.review());
    }

    /** The live document that a publication replaces: by its id, its slug or a former slug. */
    private Optional<Entry> find(ContentType<Entry, Content> contentType, Publication publication) {
        if (publication.id() != null) {
            return contentType.findByIdOptional(publication.id());
        }
        var manuscript = publication.manuscript();
        return Stream.concat(Stream.of(manuscript.slug()), manuscript.content().formerSlugs().stream())
                .flatMap(slug -> contentType.findBySlug(slug).stream())
                .findFirst();
    }

    private Optional<Entry> find(ContentType<Entry, Content> contentType, PlannedWithdrawal retraction) {
        return contentType.findBySlug(
                retraction.document().substring(contentType.collection().length() + 1));
    }

    /** A new entity with its id: a withdrawn document keeps the id that it had. */
    private Entry revived(ContentType<Entry, Content> contentType, Publication publication) {
        var manuscript = publication.manuscript();
        var withdrawal = publication.id() == null
                ? Withdrawal.findBySlug(manuscript.collection(), manuscript.slug())
                : Withdrawal.findByEntry(manuscript.collection(), publication.id());
        var entry = contentType.create();
        entry.id = withdrawal.map(each -> each.entryId).orElseGet(() -> idOf(publication.id()));
        entry.version = withdrawal.map(each -> each.version).orElse(0);
        entry.publishedAt = withdrawal.map(each -> each.publishedAt).orElse(log.now());
        if (withdrawal.isPresent()) {
            entry.errata = Correction.of(entry.id);
            withdrawal.get().delete();
        }
        return entry;
    }

    private static UUID idOf(@Nullable UUID id) {
        return id == null ? UuidVersion7Strategy.INSTANCE.generateUuid(null) : id;
    }

    void withdraw(ContentType<Entry, Content> contentType) {
        retractions(contentType)
                .forEach(each -> find(contentType, each).ifPresent(entry -> withdraw(contentType, entry, each)));
        entityManager.flush();
    }

    private void withdraw(ContentType<Entry, Content> contentType, Entry entry, PlannedWithdrawal retraction) {
        var withdrawal = new Withdrawal();
        withdrawal.entryId = entry.id;
        withdrawal.collection = contentType.collection();
        withdrawal.slug = entry.slug;
        withdrawal.version = entry.version;
        withdrawal.publishedAt = entry.publishedAt;
        withdrawal.withdrawnAt = log.now();
        withdrawal.number =
                log.add(ChangeAction.WITHDRAWN, contentType.collection() + "/" + entry.slug, entry.id, entry.version);
        if (retraction.expired()) {
            log.expired(withdrawal.number);
        }
        withdrawal.reason = retraction.reason();
        withdrawal.successor = retraction.successor();
        withdrawal.persist();
        entry.delete();
        Rendition.deleteById(entry.id);
        withdrawn++;
    }

    private List<Publication> publications(ContentType<Entry, Content> contentType) {
        return publications.getOrDefault(contentType.collection(), List.of());
    }

    private List<PlannedWithdrawal> retractions(ContentType<Entry, Content> contentType) {
        return retractions.getOrDefault(contentType.collection(), List.of());
    }

    /** Reads a whole collection at once if most of it is needed. */
    void prepare(ContentType<Entry, Content> contentType) {
        if (publications(contentType).size() > 1) {
            var slugs = publications(contentType).stream()
                    .map(each -> each.manuscript().slug())
                    .toList();
            contentType.list("slug in ?1", slugs);
        }
    }

    private static boolean concernsCrisis(Content content) {
        var body = content.body();
        return CrisisConcern.in(content.heading())
                || content.passages().stream().map(Passage::text).anyMatch(CrisisConcern::in)
                || (body != null && CrisisConcern.in(body));
    }
}
