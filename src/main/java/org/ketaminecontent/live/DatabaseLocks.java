package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import java.time.Duration;

/** Advisory locks of the database, which last until the transaction ends and apply to all processes. */
@ApplicationScoped
public class DatabaseLocks {

    /** The limit if nobody waits for the result. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /**
     * The limit for requests. A publication takes a second or two; clients that would wait longer are asked to try
     * again.
     */
    private static final Duration SERVING = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final EntityManager entityManager;

    DatabaseLocks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Waits for a lock. It polls, because a waiting statement would look like a database that hangs.
     *
     * @throws LockTimeoutException if another transaction holds it for too long
     */
    public void take(long lock) {
        var patience = LongStatements.isGiven() ? PATIENT : SERVING;
        long deadline = System.nanoTime() + patience.toNanos();
        while (!tryTake(lock)) {
            if (System.nanoTime() > deadline) {
                throw new LockTimeoutException("another transaction has held a lock for " + patience);
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PersistenceException(e);
            }
        }
    }

    /** Takes a lock if no other transaction holds it, and tells whether it did. */
    public boolean tryTake(long lock) {
        return (Boolean) entityManager
                .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", lock)
                .getSingleResult();
    }
}
