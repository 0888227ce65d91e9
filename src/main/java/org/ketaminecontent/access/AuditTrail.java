package org.ketaminecontent.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.live.DatabaseLocks;

/** The audit log, which is only appended to. */
@ApplicationScoped
public class AuditTrail {

    private static final int MOST_SHOWN = 200;

    /** Any number not used elsewhere in the database. */
    private static final long LOCK = 0x6b_63_61_75_64_69_74L;

    private static final int AT_ONCE = 1000;

    private final EntityManager entityManager;
    private final DatabaseLocks locks;
    private final ObjectMapper mapper;
    private final AuditDigests digests;
    private final AccessConfig config;
    private final Clock clock;

    /** The head of the log when this process began to write to it. */
    private volatile Optional<AuditHead> seen = Optional.empty();

    AuditTrail(
            EntityManager entityManager,
            DatabaseLocks locks,
            ObjectMapper mapper,
            AuditDigests digests,
            AccessConfig config,
            Clock clock) {
        this.entityManager = entityManager;
        this.locks = locks;
        this.mapper = mapper;
        this.digests = digests;
        this.config = config;
        this.clock = clock;
    }

    /**
     * An action to log.
     *
     * @param action such as {@code publish}
     * @param subject the id of the document or key concerned
     * @param detail further details
     * @param before the digest of the content before
     * @param after the digest of the content after
     */
    public record Act(
            String action,
            String subject,
            @Nullable Integer revision,
            Map<String, ?> detail,
            @Nullable String before,
            @Nullable String after) {}

    /** Logs the actions of this transaction. It must be the last step, because other transactions wait for it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Actor actor, List<Act> acts) {
        locks.take(LOCK);
        var last = AuditEntry.last();
        long number = last.map(each -> each.number).orElse(0L);
        var previous = last.map(each -> each.digest).orElse(AuditEntry.BEGINNING);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var act : acts) {
            var entry = new AuditEntry();
            entry.number = ++number;
            entry.at = now;
            entry.actor = actor.id();
            entry.actorName = actor.name();
            entry.action = act.action();
            entry.subject = act.subject();
            entry.revision = act.revision();
            entry.detail = json(act.detail());
            entry.beforeDigest = act.before();
            entry.afterDigest = act.after();
            entry.previous = previous;
            digests.seal(entry);
            entry.persist();
            previous = entry.digest;
        }
    }

    private String json(Map<String, ?> detail) {
        try {
            return mapper.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details can be written as JSON", e);
        }
    }

    /**
     * The entries, the latest first.
     *
     * @param subject the id of a document or key; null for all
     * @param before only entries before this number
     */
    List<AuditEntry> list(@Nullable String subject, long before, int limit) {
        return AuditEntry.<AuditEntry>find(
                        "number < ?1 and (?2 is null or subject = ?2) order by number desc", before, subject)
                .range(0, limit - 1)
                .list();
    }

    /** The latest entries on this document or key, the latest first, {@value #MOST_SHOWN} at most. */
    @Transactional
    public List<AuditEntry> of(String subject) {
        return list(subject, Long.MAX_VALUE, MOST_SHOWN);
    }

    /**
     * Begins to write to the log: notes whether another secret is used from here on, and remembers the head, so that
     * this process notices if the log is rewritten.
     */
    @Transactional
    public void begin() {
        locks.take(LOCK);
        var last = AuditEntry.last();
        if (digests.keyId() != null && last.isPresent() && !digests.keyId().equals(last.get().keyId)) {
            add(Actor.SYSTEM, List.of(new Act("key-audit", "audit", null, Map.of(), null, null)));
        }
        seen = AuditEntry.last().map(entry -> new AuditHead(entry.number, entry.digest));
    }

    /**
     * Verifies the chain from its beginning.
     *
     * @param head an earlier head; null if none was stored
     */
    @Transactional
    AuditVerification verify(@Nullable AuditHead head) {
        var known = Stream.concat(Stream.ofNullable(head), seen.stream()).toList();
        boolean mustEndKeyed = digests.keyId() != null && seen.isPresent();
        var walk =
                new AuditChainCheck(digests, config.firstKeyedAuditEntry().orElse(Long.MAX_VALUE), mustEndKeyed, known);
        List<AuditEntry> entries;
        do {
            entries = AuditEntry.<AuditEntry>find("number > ?1 order by number", walk.number())
                    .range(0, AT_ONCE - 1)
                    .list();
            var each = entries.iterator();
            while (each.hasNext() && !walk.isBroken()) {
                walk.take(each.next());
            }
            entityManager.clear();
        } while (!entries.isEmpty() && !walk.isBroken());
        return walk.end(isWritable());
    }

    private boolean isWritable() {
        return (Boolean) entityManager
                .createNativeQuery(
                        "select has_table_privilege('audit_entry', 'update') or has_table_privilege('audit_entry', 'delete')",
                        Boolean.class)
                .getSingleResult();
    }
}
