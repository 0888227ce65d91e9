package org.ketaminecontent.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.live.DatabaseLocks;

/** Remembers who did what. It only grows. */
@ApplicationScoped
public class AuditTrail {

    private static final int MOST_SHOWN = 200;

    /** Any number that nothing else in the database uses. */
    private static final long LOCK = 0x6b_63_61_75_64_69_74L;

    private static final int AT_ONCE = 1000;

    private final EntityManager entityManager;
    private final DatabaseLocks locks;
    private final ObjectMapper mapper;
    private final AuditDigests digests;
    private final AccessConfig config;

    /** The end that the trail had when this process began to write it. */
    private volatile Optional<AuditHead> seen = Optional.empty();

    AuditTrail(
            EntityManager entityManager,
            DatabaseLocks locks,
            ObjectMapper mapper,
            AuditDigests digests,
            AccessConfig config) {
        this.entityManager = entityManager;
        this.locks = locks;
        this.mapper = mapper;
        this.digests = digests;
        this.config = config;
    }

    /**
     * An act to be remembered.
     *
     * @param action such as {@code publish}
     * @param subject the id of what it was done to
     * @param detail what else there is to say
     * @param before digest of the content before
     * @param after digest of the content after
     */
    public record Act(
            String action,
            String subject,
            @Nullable Integer revision,
            Map<String, ?> detail,
            @Nullable String before,
            @Nullable String after) {}

    /** Remembers what was done in this transaction. The last thing that it does: others wait for it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Actor actor, List<Act> acts) {
        locks.take(LOCK);
        var last = AuditEntry.last();
        long number = last.map(each -> each.number).orElse(0L);
        var previous = last.map(each -> each.digest).orElse(AuditEntry.BEGINNING);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
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
     * What was done, the latest first.
     *
     * @param subject the id of what it was done to; null for all
     * @param before only entries before the one of this number
     */
    List<AuditEntry> list(@Nullable String subject, long before, int limit) {
        return AuditEntry.<AuditEntry>find(
                        "number < ?1 and (?2 is null or subject = ?2) order by number desc", before, subject)
                .range(0, limit - 1)
                .list();
    }

    /** The latest acts done to this, the latest first and {@value #MOST_SHOWN} at most. */
    @Transactional
    public List<AuditEntry> of(String subject) {
        return list(subject, Long.MAX_VALUE, MOST_SHOWN);
    }

    /**
     * Takes the trail over from whoever wrote it before: notes where digests begin to be made with another secret, and
     * remembers its end, so that nobody can write the trail anew behind the back of this process.
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
     * Follows the chain from its beginning.
     *
     * @param head an end that it had before; null where none was kept
     */
    @Transactional
    AuditVerification verify(@Nullable AuditHead head) {
        var known = Stream.concat(Stream.ofNullable(head), seen.stream()).toList();
        boolean mustEndKeyed = digests.keyId() != null && seen.isPresent();
        var walk = new AuditChainCheck(digests, config.auditKeyedFrom().orElse(Long.MAX_VALUE), mustEndKeyed, known);
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
