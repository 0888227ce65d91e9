package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import java.time.Duration;

/** Locks of the database's that last until a transaction ends, whichever process holds them. */
@ApplicationScoped
public class DatabaseLocks {

    /** Where nobody waits for it. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /** A publication takes a second or two; whoever waits for longer is told to come again. */
    private static final Duration SERVING = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final EntityManager entityManager;

    DatabaseLocks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Waits for a lock. It asks again and again: a statement that waits would look like a database that hangs.
     *
     * @throws LockTimeoutException if somebody else keeps it for too long
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

    /** Takes a lock where nobody else holds it, and says whether it did. */
    public boolean tryTake(long lock) {
        return (Boolean) entityManager
                .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", lock)
                .getSingleResult();
    }
}
