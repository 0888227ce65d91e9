package org.ketaminecontent.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.live.PlainSelect;

/** Reads what endpoints were told, and has it told again. */
@ApplicationScoped
public class Deliveries {

    private static final String READ = """
            select d.id, d.message_id, d.type, d.state, d.attempts, d.created_at,
                case when d.state = 'PENDING' then greatest(d.due_at, now()) end as due_at,
                a.number, a.at, a.status, a.latency_ms, a.problem, a.answer, m.payload
            from webhook_delivery d
            left join webhook_message m on m.id = d.message_id and m.type <> 'endpoint.test'
            left join lateral (
                select * from webhook_attempt a where a.delivery_id = d.id order by a.number desc limit 1) a on true
            where d.endpoint_id = ? and %s order by d.created_at desc, d.id limit ?""";

    /** Before all that waits for the same endpoint. */
    private static final String FIRST = "now() - interval '3 days'";

    private static final String BEFORE = "(?::uuid is null or (d.created_at, d.id) <"
            + " (select b.created_at, b.id from webhook_delivery b where b.id = ?::uuid))";

    private static final String ATTEMPTS =
            "select number, at, status, latency_ms, problem, answer from webhook_attempt where delivery_id = ? order by number";

    private final PlainSelect select;
    private final EntityManager entityManager;
    private final EventWriter events;
    private final DatabaseClock clock;
    private final Event<Due> due;

    Deliveries(
            PlainSelect select, EntityManager entityManager, EventWriter events, DatabaseClock clock, Event<Due> due) {
        this.select = select;
        this.entityManager = entityManager;
        this.events = events;
        this.clock = clock;
        this.due = due;
    }

    /** Something is to be delivered that no change brought about. */
    record Due() {}

    /** The state of a delivery. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    /** A try to deliver something. */
    public record Attempt(
            int number,
            Instant at,
            @Nullable Integer status,
            int latencyMs,
            @Nullable String problem,
            @Nullable String answer) {}

    /** Something that an endpoint is told. */
    public record Delivery(
            UUID id,
            String messageId,
            String event,
            State state,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Attempt lastAttempt,
            @Nullable String payload) {}

    /** Those of an endpoint, the latest first, at most so many; only those before the one of this id, where there is one. */
    List<Delivery> list(UUID endpoint, @Nullable UUID before, int limit) {
        return select.rows(
                READ.formatted(BEFORE),
                (connection, statement) -> {
                    statement.setObject(1, endpoint);
                    statement.setObject(2, before);
                    statement.setObject(3, before);
                    statement.setInt(4, limit);
                },
                Deliveries::delivery);
    }

    /** The latest of an endpoint, at most so many. */
    public List<Delivery> latest(UUID endpoint, int limit) {
        return list(endpoint, null, limit);
    }

    Optional<Delivery> find(UUID endpoint, UUID id) {
        return select
                .rows(
                        READ.formatted("d.id = ?"),
                        (connection, statement) -> {
                            statement.setObject(1, endpoint);
                            statement.setObject(2, id);
                            statement.setInt(3, 1);
                        },
                        Deliveries::delivery)
                .stream()
                .findFirst();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var due = row.getObject("due_at", OffsetDateTime.class);
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("message_id"),
                row.getString("type"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                due == null ? null : due.toInstant(),
                row.getObject("number") == null ? null : attempt(row),
                row.getString("payload"));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("status", Integer.class),
                row.getInt("latency_ms"),
                row.getString("problem"),
                row.getString("answer"));
    }

    /** All tries of a delivery, the earliest first. */
    List<Attempt> attempts(UUID delivery) {
        return select.rows(ATTEMPTS, (connection, statement) -> statement.setObject(1, delivery), Deliveries::attempt);
    }

    /** Tries an endpoint with an event that nothing but itself is about; of a cache, a key is purged that nothing has. */
    @Transactional
    public UUID test(WebhookEndpoint endpoint) {
        if (!endpoint.enabled) {
            throw JsonBodyReader.invalid(
                    List.of(JsonBodyReader.detail("", "the webhook is disabled: enable it first")));
        }
        var message = events.test(endpoint.id, clock.now());
        if (endpoint.kind == WebhookKind.STANDARD) {
            message.persist();
            entityManager.flush();
        }
        var id = (UUID) entityManager
                .createNativeQuery(
                        "insert into webhook_delivery (endpoint_id, message_id, type, due_at, give_up_at)"
                                + " values (:endpoint, :message, :type, " + FIRST + ", now()) returning id",
                        UUID.class)
                .setParameter("endpoint", endpoint.id)
                .setParameter("message", message.id)
                .setParameter("type", message.type)
                .getSingleResult();
        tryNow(endpoint.id);
        return id;
    }

    /** Tries the endpoint now, instead of at the time at which it would be tried anyway. */
    private void tryNow(UUID endpoint) {
        entityManager
                .createNativeQuery("update webhook_endpoint set retry_at = null where id = :id")
                .setParameter("id", endpoint)
                .executeUpdate();
        due.fire(new Due());
    }

    /**
     * Tells it again, under the same id, whatever came of it before.
     *
     * @throws Failure where there is no such delivery
     */
    @Transactional
    public UUID replay(UUID endpoint, UUID delivery) {
        int count = entityManager
                .createNativeQuery("update webhook_delivery set state = 'PENDING', due_at = " + FIRST + ","
                        + " give_up_at = now() + interval '3 days', former_attempts = attempts"
                        + " where endpoint_id = :endpoint and id = :id")
                .setParameter("endpoint", endpoint)
                .setParameter("id", delivery)
                .executeUpdate();
        if (count == 0) {
            throw Webhooks.missing();
        }
        tryNow(endpoint);
        return delivery;
    }

    /**
     * Tells an endpoint what it has missed since: what failed, and what it was not told while it was disabled.
     *
     * @return how many deliveries it comes to
     */
    @Transactional
    int recover(WebhookEndpoint endpoint, Instant since) {
        int failed = entityManager
                .createNativeQuery("update webhook_delivery set state = 'PENDING', due_at = now(),"
                        + " give_up_at = now() + interval '3 days', former_attempts = attempts"
                        + " where endpoint_id = :endpoint and state = 'FAILED' and created_at >= :since")
                .setParameter("endpoint", endpoint.id)
                .setParameter("since", since)
                .executeUpdate();
        int missed = endpoint.kind == WebhookKind.STANDARD ? planMissed(endpoint, since) : planAll(endpoint, since);
        tryNow(endpoint.id);
        return failed + missed;
    }

    private int planMissed(WebhookEndpoint endpoint, Instant since) {
        return entityManager
                .createNativeQuery("insert into webhook_delivery (endpoint_id, message_id, type)"
                        + " select e.id, m.id, m.type from webhook_endpoint e, webhook_message m where e.id = :endpoint"
                        + " and m.at >= :since and (m.number is null or m.number <= e.position)"
                        + " and m.type <> 'endpoint.test' and" + DeliveryPlan.WANTED + "on conflict do nothing")
                .setParameter("endpoint", endpoint.id)
                .setParameter("since", since)
                .executeUpdate();
    }

    /** One build, or one purge of all that changed. */
    private int planAll(WebhookEndpoint endpoint, Instant since) {
        return entityManager
                .createNativeQuery("insert into webhook_delivery"
                        + " (endpoint_id, message_id, type, first_number, last_number) select e.id, :message, 'recovery',"
                        + " (select coalesce(max(number), 0) from change where at < :since), e.position"
                        + " from webhook_endpoint e where e.id = :endpoint")
                .setParameter("endpoint", endpoint.id)
                .setParameter("message", events.id("recovery_" + UUID.randomUUID()))
                .setParameter("since", since)
                .executeUpdate();
    }
}
