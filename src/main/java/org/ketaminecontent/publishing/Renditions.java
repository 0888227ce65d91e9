package org.ketaminecontent.publishing;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.EntryName;
import org.ketaminecontent.live.ChangeAction;
import org.ketaminecontent.live.Rendition;

/** Keeps renditions up to date during one publication. */
final class Renditions {

    /** The number of renditions in memory at once. */
    private static final int AT_ONCE = 100;

    private final ContentTypes contentTypes;
    private final Renderer renderer;
    private final EntityManager entityManager;
    private final ChangeLog log;
    private final String build;
    private final Map<String, Set<UUID>> touched = new HashMap<>();

    Renditions(ContentTypes contentTypes, Renderer renderer, EntityManager entityManager, ChangeLog log, String build) {
        this.contentTypes = contentTypes;
        this.renderer = renderer;
        this.entityManager = entityManager;
        this.log = log;
        this.build = build;
    }

    /** Marks these documents and those linked with them, in either direction, for rendering. */
    void touchAround(ContentType<Entry, Content> contentType, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        touch(contentType.collection(), ids);
        for (var collection : contentType.dependsOn()) {
            touch(collection, new Relation(contentType, collection, entityManager).targets(ids));
        }
        for (var source : contentTypes.pointingTo(contentType.collection())) {
            touch(source.collection(), new Relation(source, contentType.collection(), entityManager).sources(ids));
        }
    }

    void touch(String collection, Collection<UUID> ids) {
        touched.computeIfAbsent(collection, each -> new HashSet<>()).addAll(ids);
    }

    /** Renders the marked documents and those of another build; only those that differ count as changed. */
    void renew() {
        entityManager.flush();
        for (var contentType : contentTypes.inOrder()) {
            touch(contentType.collection(), writtenByOthers(contentType));
            var ids = new ArrayList<>(touched.get(contentType.collection()));
            for (int i = 0; i < ids.size(); i += AT_ONCE) {
                renew(contentType, ids.subList(i, Math.min(i + AT_ONCE, ids.size())));
            }
        }
        entityManager.flush();
    }

    /** Works in a session of its own, in this transaction: so memory holds no more than these documents. */
    private void renew(ContentType<Entry, Content> contentType, List<UUID> ids) {
        try (var session = entityManager
                .unwrap(Session.class)
                .sessionWithOptions()
                .connection()
                .openSession()) {
            renew(contentType, ids, session);
            // Renditions name the changes that are logged meanwhile.
            entityManager.flush();
            session.flush();
            // To close it forgets nothing before the transaction ends.
            session.clear();
        }
    }

    private List<UUID> writtenByOthers(ContentType<Entry, Content> contentType) {
        return contentType
                .find("not exists (select 1 from Rendition r where r.entryId = this.id and r.build = ?1)", build)
                .project(EntryName.class)
                .list()
                .stream()
                .map(EntryName::id)
                .toList();
    }

    private void renew(ContentType<Entry, Content> contentType, List<UUID> ids, Session session) {
        var present = session
                .createQuery("from Rendition where entryId in :ids", Rendition.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(rendition -> rendition.entryId, Function.identity()));
        var rendered = renderer.render(session, contentType, ids, LocalDate.ofInstant(log.now(), ZoneOffset.UTC));
        for (var fresh : rendered) {
            var old = present.get(fresh.entryId);
            fresh.build = build;
            if (old != null && old.hasSameTexts(fresh) && old.document.equals(fresh.document)) {
                old.build = build;
                old.head = fresh.head;
                old.goodUntil = fresh.goodUntil;
                // Renditions of an earlier build have none.
                old.searchText = fresh.searchText;
                continue;
            }
            if (old != null) {
                log.changed(fresh.entryId, ChangedFields.between(old.html, fresh.html));
            }
            fresh.number = log.publication(fresh.entryId).orElseGet(() -> logReshaping(contentType, fresh, session));
            fresh.at = log.now();
            session.merge(fresh);
        }
    }

    private long logReshaping(ContentType<Entry, Content> contentType, Rendition fresh, Session session) {
        var entry = session.find(contentType.entityType(), fresh.entryId);
        return log.add(ChangeAction.RESHAPED, fresh.document, fresh.entryId, entry.version);
    }
}
