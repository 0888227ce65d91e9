package org.ketaminecontent.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.ketaminecontent.live.Change;
import org.ketaminecontent.live.ChangeDetails;
import org.ketaminecontent.live.DatabaseLocks;

/**
 * Plans what each endpoint is to be told. The log of changes is the outbox: it is written in the transaction of the change
 * itself, and each endpoint remembers how far it has been planned for, so that nothing is lost or planned twice.
 */
@ApplicationScoped
class DeliveryPlan {

    /** Any number that nothing else in the database uses. */
    private static final long LOCK = 0x6b_63_68_6f_6f_6b_73L;

    private static final int AT_ONCE = 500;
    private static final int LONGEST_WAIT_SECONDS = 300;

    private static final String BUILDS = "('BUILD_HOOK', 'TEMPLATE')";
    private static final String PURGES = "('CLOUDFLARE', 'FASTLY', 'VARNISH')";

    static final String WANTED = " (cardinality(e.events) = 0 or m.type = any(e.events))"
            + " and (cardinality(e.collections) = 0 or m.collection = any(e.collections))"
            + " and (cardinality(e.locales) = 0 or m.locale = any(e.locales)) ";

    private static final String SIGNED = "insert into webhook_delivery (endpoint_id, message_id, type)"
            + " select e.id, m.id, m.type from webhook_endpoint e join webhook_message m on m.number > e.position"
            + " and m.number <= :upTo where e.enabled and e.kind = 'STANDARD' and" + WANTED
            + "on conflict do nothing";

    /** The endpoints of builds. A document that only shows another one is rebuilt too, unless only certain events start a build. */
    private static final String BUILT = " e.enabled and e.kind in " + BUILDS
            + " and exists (select 1 from change c left join webhook_message m on m.number = c.number"
            + " where c.number > e.position and c.number <= :upTo"
            + " and (cardinality(e.events) = 0 or m.type = any(e.events))"
            + " and (cardinality(e.collections) = 0 or c.collection = any(e.collections))"
            + " and (cardinality(e.locales) = 0 or coalesce(m.locale, 'en') = any(e.locales))) ";

    private static final String PURGED = " e.enabled and e.kind in " + PURGES + " and e.position < :upTo ";

    /** One that nobody has begun on takes in what came since. */
    private static final String EXTEND = "update webhook_delivery d set last_number = :upTo,"
            + " due_at = least(now() + make_interval(secs => e.debounce_seconds),"
            + " d.created_at + make_interval(secs => " + LONGEST_WAIT_SECONDS + "))"
            + " from webhook_endpoint e where e.id = d.endpoint_id and d.state = 'PENDING' and d.attempts = 0"
            + " and d.last_number is not null and";

    private static final String BEGIN = "insert into webhook_delivery"
            + " (endpoint_id, message_id, type, first_number, last_number, due_at)"
            + " select e.id, :id, :type, e.position, :upTo, now() + make_interval(secs => e.debounce_seconds)"
            + " from webhook_endpoint e where not exists (select 1 from webhook_delivery d where d.endpoint_id = e.id"
            + " and d.state = 'PENDING' and d.attempts = 0 and d.last_number = :upTo) and";

    private static final String OVERDUE_TOLD = "insert into webhook_delivery (endpoint_id, message_id, type)"
            + " select e.id, m.id, m.type from webhook_endpoint e, webhook_message m"
            + " where m.id = :id and e.enabled and e.kind = 'STANDARD' and" + WANTED + "on conflict do nothing";

    /** Others are built anew by the change that shows the review as overdue. */
    private static final String OVERDUE_BUILT = "insert into webhook_delivery"
            + " (endpoint_id, message_id, type, first_number, last_number, due_at)"
            + " select e.id, m.id || '_build', 'build', e.position, e.position,"
            + " now() + make_interval(secs => e.debounce_seconds) from webhook_endpoint e, webhook_message m"
            + " where m.id = :id and e.enabled and e.kind in " + BUILDS + " and m.type = any(e.events) and" + WANTED
            + "and not exists (select 1 from webhook_delivery d where d.endpoint_id = e.id and d.state = 'PENDING'"
            + " and d.attempts = 0) on conflict do nothing";

    private final EntityManager entityManager;
    private final ChangeDetails changes;
    private final EventWriter events;
    private final DatabaseLocks locks;

    DeliveryPlan(EntityManager entityManager, ChangeDetails changes, EventWriter events, DatabaseLocks locks) {
        this.entityManager = entityManager;
        this.changes = changes;
        this.events = events;
        this.locks = locks;
    }

    /**
     * Plans for changes up to the one of this number, some hundreds at most.
     *
     * @return whether there are more
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean planUpTo(long heard) {
        // After a restore of the database, this process may have heard of more than there is.
        long number = Math.min(heard, Change.latest());
        if (isPlanned(number)) {
            return false;
        }
        locks.take(LOCK);
        if (isPlanned(number)) {
            return false;
        }
        long position = (Long) entityManager
                .createNativeQuery("select min(position) from webhook_endpoint", Long.class)
                .getSingleResult();
        var items = changes.between(position, number, AT_ONCE);
        boolean more = items.size() == AT_ONCE;
        long upTo = more ? items.get(items.size() - 1).number() : number;
        items.forEach(each -> insert(events.of(each)));
        planUpTo(upTo, "_" + upTo);
        return more;
    }

    private boolean isPlanned(long number) {
        return entityManager
                .createNativeQuery("select 1 from webhook_endpoint where position < :number limit 1", Integer.class)
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
    }

    private void planUpTo(long number, String suffix) {
        entityManager.createNativeQuery(SIGNED).setParameter("upTo", number).executeUpdate();
        coalesce(BUILT, number, "build" + suffix, "build");
        coalesce(PURGED, number, "purge" + suffix, "purge");
        entityManager
                .createNativeQuery("update webhook_endpoint set position = :upTo where position < :upTo")
                .setParameter("upTo", number)
                .executeUpdate();
    }

    private void coalesce(String which, long number, String id, String type) {
        entityManager
                .createNativeQuery(EXTEND + which)
                .setParameter("upTo", number)
                .executeUpdate();
        entityManager
                .createNativeQuery(BEGIN + which)
                .setParameter("upTo", number)
                .setParameter("id", events.id(id))
                .setParameter("type", type)
                .executeUpdate();
    }

    /** Inserts a message, and tells whether it is new. */
    private boolean insert(WebhookMessage message) {
        return entityManager
                        .createNativeQuery(
                                "insert into webhook_message (id, number, type, collection, locale, payload, at)"
                                        + " values (:id, cast(:number as bigint), :type, :collection, :locale, :payload, :at)"
                                        + " on conflict do nothing")
                        .setParameter("id", message.id)
                        .setParameter("number", message.number)
                        .setParameter("type", message.type)
                        .setParameter("collection", message.collection)
                        .setParameter("locale", message.locale)
                        .setParameter("payload", message.payload)
                        .setParameter("at", message.at)
                        .executeUpdate()
                > 0;
    }

    /** Tells of reviews that have become overdue, each once. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void planOverdue() {
        if (WebhookEndpoint.count() == 0) {
            return;
        }
        locks.take(LOCK);
        changes.overdue().stream()
                .map(events::of)
                .filter(this::insert)
                .forEach(message -> List.of(OVERDUE_TOLD, OVERDUE_BUILT)
                        .forEach(sql -> entityManager
                                .createNativeQuery(sql)
                                .setParameter("id", message.id)
                                .executeUpdate()));
    }
}
