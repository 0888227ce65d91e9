package org.ketaminecontent.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.live.PlainSelect;

/** The deliveries that are due, for any number of replicas: each delivery is one process's at a time. */
@ApplicationScoped
class DeliveryQueue {

    /** So many of an endpoint are made at once; one, while it fails. */
    static final int AT_ONCE = 16;

    /** Longer than the longest deadline: where a process ends in the middle, another makes the delivery then. */
    private static final int LEASE_SECONDS = 90;

    private static final int LONGEST_PAUSE_SECONDS = 60;

    private static final String DUE = "select q.id from webhook_delivery q where q.endpoint_id = e.id"
            + " and q.state = 'PENDING' and q.due_at <= now() order by q.due_at, q.id limit %d for update skip locked";

    private static final String OF_ENDPOINTS = "select d.id from webhook_endpoint e cross join lateral (%s) d"
            + " where e.enabled and not (e.id = any(?)) and e.failing_since is %s null"
            + " and (e.retry_at is null or e.retry_at <= now())";

    private static final String CLAIM = "with good as (" + OF_ENDPOINTS.formatted(DUE.formatted(AT_ONCE), "")
            + "), failing as (" + OF_ENDPOINTS.formatted(DUE.formatted(1), "not")
            + ") update webhook_delivery w set attempts = attempts + 1,"
            + " due_at = now() + make_interval(secs => " + LEASE_SECONDS + ")"
            + " where w.id in (select id from good union all select id from failing) returning w.id";

    private static final String READ = """
            select d.id, d.endpoint_id, d.message_id, e.kind, e.url, e.secret,
                case when e.former_secret_until > now() then e.former_secret end as former_secret,
                coalesce(m.payload, e.body) as text, d.first_number, d.last_number,
                d.attempts as number, d.attempts - d.former_attempts as attempts
            from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
            left join webhook_message m on m.id = d.message_id and e.kind = 'STANDARD'
            where d.id = any(?)""";

    private static final String KEEP = """
            with made as (
                select * from unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::int[], ?::int[], ?::text[], ?::text[])
                    as each (id, number, at, status, latency, problem, answer)),
            present as (select d.id from webhook_delivery d join made on made.id = d.id order by d.id for update of d)
            insert into webhook_attempt select made.* from made join present on present.id = made.id
            on conflict do nothing returning 1""";

    private static final String SUCCEED = "update webhook_delivery d set state = 'DELIVERED'"
            + " from unnest(?::uuid[], ?::int[]) as made (id, number)"
            + " where d.id = made.id and d.former_attempts < made.number returning 1";

    private static final String RECOVER = "update webhook_endpoint set failing_since = null, retry_at = null"
            + " where id = any(?) and failing_since is not null returning 1";

    private static final Column DELIVERY =
            new Column("uuid", each -> each.delivery().id());
    private static final Column ENDPOINT =
            new Column("uuid", each -> each.delivery().endpointId());
    private static final Column NUMBER =
            new Column("int4", each -> each.delivery().number());

    /** The columns of {@code webhook_attempt}. */
    private static final List<Column> ATTEMPT = List.of(
            DELIVERY,
            NUMBER,
            new Column("timestamptz", each -> each.outcome().at()),
            new Column("int4", each -> each.outcome().status()),
            new Column("int4", each -> (int) each.outcome().latency().toMillis()),
            new Column("text", each -> each.outcome().problem()),
            new Column("text", each -> each.outcome().answer()));

    private final PlainSelect select;
    private final EntityManager entityManager;

    DeliveryQueue(PlainSelect select, EntityManager entityManager) {
        this.select = select;
        this.entityManager = entityManager;
    }

    /** Takes what is due of all endpoints but these. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<ClaimedDelivery> claim(Collection<UUID> busy) {
        var ids = select.rows(
                CLAIM,
                (connection, statement) -> {
                    var array = connection.createArrayOf("uuid", busy.toArray());
                    statement.setArray(1, array);
                    statement.setArray(2, array);
                },
                row -> row.getObject(1, UUID.class));
        return ids.isEmpty()
                ? List.of()
                : select.rows(
                        READ,
                        (connection, statement) ->
                                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray())),
                        DeliveryQueue::delivery);
    }

    private static ClaimedDelivery delivery(ResultSet row) throws SQLException {
        return new ClaimedDelivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getString("message_id"),
                WebhookKind.valueOf(row.getString("kind")),
                row.getString("url"),
                row.getString("secret"),
                row.getString("former_secret"),
                row.getString("text"),
                row.getLong("first_number"),
                row.getLong("last_number"),
                row.getInt("number"),
                row.getInt("attempts"));
    }

    /** Writes down what came of deliveries. */
    @Transactional(TxType.REQUIRES_NEW)
    public void record(Collection<Made> made) {
        write(KEEP, made, ATTEMPT);
        succeeded(made.stream().filter(each -> each.outcome().isDelivered()).toList());
        made.stream()
                .filter(each -> !each.outcome().isDelivered())
                .forEach(each -> failed(each.delivery(), each.outcome()));
    }

    /** A delivery that was tried. */
    record Made(ClaimedDelivery delivery, CallOutcome outcome) {}

    /** A replay that was asked for during the call is still to be made. */
    private void succeeded(List<Made> made) {
        write(SUCCEED, made, List.of(DELIVERY, NUMBER));
        write(RECOVER, made, List.of(ENDPOINT));
    }

    private void write(String sql, Collection<Made> made, List<Column> columns) {
        select.rows(
                sql,
                (connection, statement) -> {
                    for (int i = 0; i < columns.size(); i++) {
                        statement.setArray(i + 1, columns.get(i).of(made, connection));
                    }
                },
                row -> row.getInt(1));
    }

    /** One value of each delivery, as an array of PostgreSQL. */
    private record Column(String type, Function<Made, @Nullable Object> value) {

        Array of(Collection<Made> made, Connection connection) throws SQLException {
            return connection.createArrayOf(type, made.stream().map(value).toArray());
        }
    }

    private void failed(ClaimedDelivery delivery, CallOutcome outcome) {
        var delay = RetryDelays.after(delivery.attempts(), outcome.retryAfter());
        entityManager
                .createNativeQuery("update webhook_delivery set due_at = now() + make_interval(secs => :delay),"
                        + " state = case when :gone or now() + make_interval(secs => :delay) > give_up_at"
                        + " then 'FAILED' else 'PENDING' end where id = :id and state = 'PENDING'"
                        + " and attempts = :number and former_attempts < :number")
                .setParameter("delay", delay.toMillis() / 1000.0)
                .setParameter("gone", outcome.isGone())
                .setParameter("id", delivery.id())
                .setParameter("number", delivery.number())
                .executeUpdate();
        pause(delivery, outcome);
        if (outcome.isGone()) {
            update(
                    "update webhook_endpoint set enabled = false,"
                            + " disabled_reason = 'It answered 410: it is gone.', disabled_at = date_trunc('second', now()) where id = :id and enabled",
                    delivery.endpointId());
        }
    }

    /**
     * One that is dead costs little, however much there is to tell it: the longer it fails, the less often it is tried. A test
     * is tried once, and says nothing of how long it fails.
     */
    private void pause(ClaimedDelivery delivery, CallOutcome outcome) {
        entityManager
                .createNativeQuery("update webhook_endpoint set failing_since = coalesce(failing_since, now()),"
                        + " retry_at = now() + greatest(make_interval(secs => :asked),"
                        + " least(interval '" + LONGEST_PAUSE_SECONDS + " seconds',"
                        + " coalesce(now() - failing_since, interval '0') / 4 + interval '1 second'))"
                        + " where id = :id and not exists (select 1 from webhook_delivery d"
                        + " where d.id = :delivery and d.type = 'endpoint.test')")
                .setParameter("asked", RetryDelays.asked(outcome.retryAfter()).toSeconds())
                .setParameter("id", delivery.endpointId())
                .setParameter("delivery", delivery.id())
                .executeUpdate();
    }

    private void update(String sql, UUID id) {
        entityManager.createNativeQuery(sql).setParameter("id", id).executeUpdate();
    }
}
