package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Risk;
import org.ketaminecontent.manuscript.Manuscript;

/** Reads live versions as they were written. */
@ApplicationScoped
class LiveManuscripts {

    private static final String LIVE =
            " from Work w join Revision r on r.workId = w.id and r.number = w.live where w.id not in :except and ";

    private final ContentTypes contentTypes;
    private final EntityManager entityManager;

    LiveManuscripts(ContentTypes contentTypes, EntityManager entityManager) {
        this.contentTypes = contentTypes;
        this.entityManager = entityManager;
    }

    /** @param except the ids of documents to be left out */
    List<Manuscript> of(ContentType<?, ?> contentType, List<UUID> except) {
        return entityManager
                .createQuery("select r" + LIVE + "w.collection = :collection", Revision.class)
                .setParameter("except", except)
                .setParameter("collection", contentType.collection())
                .getResultList()
                .stream()
                .map(revision -> revision.manuscript(contentTypes.named(contentType.collection())))
                .toList();
    }

    /** The live documents with numbers that one of these has too: they must be the same everywhere. */
    List<Manuscript> sharingRisks(List<Manuscript> manuscripts, List<UUID> except) {
        var risks = manuscripts.stream()
                .flatMap(each -> each.content().risks().stream())
                .map(Risk::id)
                .distinct()
                .toList();
        if (risks.isEmpty()) {
            return List.of();
        }
        var mentions = IntStream.range(0, risks.size())
                .mapToObj(i -> "r.content like :risk" + i)
                .collect(Collectors.joining(" or ", "(", ")"));
        var query = entityManager
                .createQuery("select w.collection, r" + LIVE + mentions, Object[].class)
                .setParameter("except", except);
        for (int i = 0; i < risks.size(); i++) {
            query.setParameter("risk" + i, "%\"" + risks.get(i) + "\"%");
        }
        return query.getResultList().stream()
                .map(row -> ((Revision) row[1]).manuscript(contentTypes.named((String) row[0])))
                .toList();
    }
}
