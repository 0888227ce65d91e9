package org.ketaminecontent.editorial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodies;
import org.ketaminecontent.http.Problem;

/**
 * Answers a request that comes twice with what the first one was answered, as
 * <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">Idempotency-Key</a> has it. The
 * answer is kept in the transaction that does what was asked: both are there, or neither. What failed did nothing, and
 * may be sent again.
 */
@ApplicationScoped
public class IdempotencyKeys {

    /** The time for which an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final Clock clock;

    IdempotencyKeys(EntityManager entityManager, ObjectMapper mapper, Clock clock) {
        this.entityManager = entityManager;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The answer to a request. */
    public record Outcome(int status, Map<String, String> headers, Object body) {}

    /** The same for a request whose body is JSON, or that has none. */
    @Transactional
    public <T> RestResponse<T> answer(RoutingContext context, Supplier<Outcome> work) {
        return answer(context, JsonBodies.bytes(context), work);
    }

    /**
     * Answers, and keeps the answer where the request has a key.
     *
     * @param <T> the body's type in the description
     * @throws Failure where the key came with another request, or with one that is being answered
     */
    @Transactional
    public <T> RestResponse<T> answer(RoutingContext context, byte[] body, Supplier<Outcome> work) {
        var key = context.request().getHeader(HEADER);
        if (key == null) {
            var outcome = work.get();
            return response(outcome.status(), outcome.headers(), json(outcome.body()));
        }
        requireValid(key);
        var actor = Authorization.actor(context).id();
        requireAlone(actor, key);
        var request = digest(context, body);
        var kept = kept(actor, key);
        if (kept.isPresent()) {
            var answer = kept.get();
            if (!answer[0].equals(request)) {
                throw new Failure(ErrorCode.KEY_REUSED, "The Idempotency-Key came with another request before.");
            }
            return response((int) answer[1], headers((String) answer[2]), (String) answer[3]);
        }
        var outcome = work.get();
        var json = json(outcome.body());
        entityManager
                .createNativeQuery("insert into idempotency_key (actor, key, request, at, status, headers, body)"
                        + " values (:actor, :key, :request, :at, :status, :headers, :body) on conflict (actor, key) do"
                        + " update set request = excluded.request, at = excluded.at, status = excluded.status,"
                        + " headers = excluded.headers, body = excluded.body")
                .setParameter("actor", actor)
                .setParameter("key", key)
                .setParameter("request", request)
                .setParameter("at", clock.instant())
                .setParameter("status", outcome.status())
                .setParameter("headers", json(outcome.headers()))
                .setParameter("body", json)
                .executeUpdate();
        return response(outcome.status(), outcome.headers(), json);
    }

    private static void requireValid(String key) {
        if (key.isBlank() || CodePoints.count(key) > LONGEST_KEY) {
            throw new Failure(
                    ErrorCode.INVALID_VALUE,
                    "The Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.",
                    List.of(new Problem.Detail(null, HEADER, null, ErrorCode.INVALID_VALUE, "A UUID is a good one.")),
                    Map.of());
        }
    }

    private void requireAlone(String actor, String key) {
        var alone = (Boolean) entityManager
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))", Boolean.class)
                .setParameter("key", actor + " " + key)
                .getSingleResult();
        if (!alone) {
            throw new Failure(ErrorCode.REQUEST_IN_PROGRESS, "A request with this Idempotency-Key is being answered.")
                    .with("Retry-After", "1");
        }
    }

    private Optional<Object[]> kept(String actor, String key) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select request, status, headers, body from idempotency_key"
                                + " where actor = :actor and key = :key and at > :since",
                        Object[].class)
                .setParameter("actor", actor)
                .setParameter("key", key)
                .setParameter("since", clock.instant().minus(KEPT))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Forgets what is older than it need be. */
    @Transactional
    void clean() {
        entityManager
                .createNativeQuery("delete from idempotency_key where at <= :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private static String digest(RoutingContext context, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var request = context.request();
            var facts =
                    List.of(request.method().name(), request.uri(), String.valueOf(request.getHeader("If-Match")), "");
            digest.update(String.join("\n", facts).getBytes(StandardCharsets.UTF_8));
            digest.update(body);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is plain data", e);
        }
    }

    private Map<String, String> headers(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("written here", e);
        }
    }

    /** Nobody between here and there keeps it. */
    @SuppressWarnings("unchecked")
    private static <T> RestResponse<T> response(int status, Map<String, String> headers, String json) {
        var answer = RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), json)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.forEach(answer::header);
        return (RestResponse<T>) answer.build();
    }
}
