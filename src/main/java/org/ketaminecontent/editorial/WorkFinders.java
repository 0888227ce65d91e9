package org.ketaminecontent.editorial;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Lists of documents with work to do, or to hand out. */
final class WorkFinders {

    private WorkFinders() {}

    /** The documents that readers see. */
    static List<Work> live() {
        return Work.list("live is not null order by collection, slug");
    }

    /** The ids of documents whose schedule is due by the database's time; those that failed come back a minute later. */
    static List<UUID> due() {
        return Panache.getSession()
                .createNativeQuery(
                        "select id from work where (publish_at <= clock_timestamp() or withdraw_at <= clock_timestamp())"
                                + " and (tried_at is null or tried_at < clock_timestamp() - interval '1 minute')"
                                + " order by id",
                        UUID.class)
                .getResultList();
    }

    /** The live documents that somebody should review again by this day, the most urgent first. */
    static List<Work> dueUntil(LocalDate day) {
        return Work.list(
                "reviewDue is not null and live is not null and reviewDue <= ?1 order by reviewDue, slug", day);
    }

    /** The number of live documents whose review is overdue. */
    static long overdueOn(LocalDate today) {
        return Work.count("reviewDue is not null and live is not null and reviewDue < ?1", today);
    }
}
