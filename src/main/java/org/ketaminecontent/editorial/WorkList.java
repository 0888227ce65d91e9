package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.http.Rfc3339;

/** Lists documents, the last worked on first. */
@ApplicationScoped
class WorkList {

    private final EntityManager entityManager;

    WorkList(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @param collection null for all */
    EditorialList page(@Nullable String collection, WorkQuery query, String base) {
        int limit = query.limit == null ? WorkQuery.DEFAULT_LIMIT : query.limit;
        var where = new StringBuilder("where true");
        var values = new HashMap<String, Object>();
        narrow(collection, query, where, values);
        var fingerprint = Cursor.fingerprint(where + values.toString());
        if (query.cursor != null) {
            after(Cursor.decode(query.cursor, fingerprint, 2), where, values);
        }
        var select =
                entityManager.createQuery("from Work w " + where + " order by w.updatedAt desc, w.id desc", Work.class);
        values.forEach(select::setParameter);
        List<Work> found = select.setMaxResults(limit + 1).getResultList();
        boolean hasMore = found.size() > limit;
        var shown = hasMore ? found.subList(0, limit) : found;
        var last = hasMore ? shown.get(limit - 1) : null;
        var next = last == null
                ? null
                : new Cursor(fingerprint, List.of(last.updatedAt.toString(), last.id.toString())).encoded();
        return new EditorialList(
                shown.stream()
                        .map(work -> EditorialDocument.of(work, null, base))
                        .toList(),
                new EditorialList.PageInfo(limit, hasMore, next));
    }

    private static void narrow(
            @Nullable String collection, WorkQuery query, StringBuilder where, Map<String, Object> values) {
        if (collection != null) {
            where.append(" and w.collection = :collection");
            values.put("collection", collection);
        }
        if (!query.state.isEmpty()) {
            where.append(" and w.state in :state");
            values.put("state", query.state);
        }
        if (query.author != null) {
            where.append(" and exists (select 1 from Revision r where r.workId = w.id"
                    + " and (r.writtenBy = :author or lower(r.writtenByName) = lower(:author)))");
            values.put("author", query.author);
        }
        if (query.reviewDueBefore != null) {
            where.append(" and w.reviewDue < :due");
            values.put("due", day(query.reviewDueBefore));
        }
    }

    private static LocalDate day(String text) {
        return Rfc3339.day(text)
                .orElseThrow(() -> new InvalidParameters(
                        "reviewDueBefore",
                        ErrorCode.INVALID_VALUE,
                        "The parameter 'reviewDueBefore' cannot be '" + text
                                + "': there is no such day in the years 1970 to 9999."));
    }

    private static void after(Cursor cursor, StringBuilder where, Map<String, Object> values) {
        try {
            values.put("at", Rfc3339.parse(cursor.keys().get(0)).orElseThrow(Cursor::unreadable));
            values.put("id", UUID.fromString(cursor.keys().get(1)));
        } catch (IllegalArgumentException e) {
            throw Cursor.unreadable();
        }
        where.append(" and (w.updatedAt < :at or w.updatedAt = :at and w.id < :id)");
    }
}
