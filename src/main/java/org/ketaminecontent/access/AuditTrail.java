package org.ketaminecontent.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.publishing.Locks;

/** Remembers who did what. It only grows. */
@ApplicationScoped
public class AuditTrail {

    private static final int MOST_SHOWN = 200;

    /** Any number that nothing else in the database uses. */
    private static final long LOCK = 0x6b_63_61_75_64_69_74L;

    private static final int AT_ONCE = 1000;

    private final EntityManager entityManager;
    private final Locks locks;
    private final ObjectMapper mapper;

    AuditTrail(EntityManager entityManager, Locks locks, ObjectMapper mapper) {
        this.entityManager = entityManager;
        this.locks = locks;
        this.mapper = mapper;
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

    /**
     * Whether the trail is as it was written.
     *
     * @param entries how many were looked at
     * @param brokenAt the number of the first entry that is not what it was; null where all are
     * @param head digest of the last one: keep it elsewhere, and whoever cuts the end off is found out too
     * @param writable whether the application's own database user could change or delete entries
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Verification")
    public record Verification(
            boolean intact, long entries, @Nullable Long brokenAt, String head, boolean writable) {}

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
            entry.digest = entry.computedDigest();
            entry.persist();
            previous = entry.digest;
        }
    }

    private String json(Map<String, ?> detail) {
        try {
            return mapper.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a detail is plain data", e);
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

    /** Follows the chain from its beginning. */
    @Transactional
    public Verification verify() {
        long number = 0;
        var previous = AuditEntry.BEGINNING;
        List<AuditEntry> entries;
        do {
            entries = new ArrayList<>(AuditEntry.<AuditEntry>find("number > ?1 order by number", number)
                    .range(0, AT_ONCE - 1)
                    .list());
            for (var entry : entries) {
                boolean follows = entry.number == number + 1 && entry.previous.equals(previous);
                if (!follows || !entry.digest.equals(entry.computedDigest())) {
                    return new Verification(false, number, number + 1, previous, isWritable());
                }
                number = entry.number;
                previous = entry.digest;
            }
            entityManager.clear();
        } while (!entries.isEmpty());
        return new Verification(true, number, null, previous, isWritable());
    }

    private boolean isWritable() {
        return (Boolean) entityManager
                .createNativeQuery(
                        "select has_table_privilege('audit_entry', 'update') or has_table_privilege('audit_entry', 'delete')",
                        Boolean.class)
                .getSingleResult();
    }
}
