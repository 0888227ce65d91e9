package org.ketaminecontent.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;

/** Locks of the database's that last until a transaction ends, whichever process holds them. */
@ApplicationScoped
public class Locks {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final EntityManager entityManager;

    Locks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Waits for a lock. It asks again and again: a statement that waits would look like a database that hangs.
     *
     * @throws PersistenceException if somebody else keeps it for too long
     */
    public void take(long lock) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!tryTake(lock)) {
            if (System.nanoTime() > deadline) {
                throw new PersistenceException("another process has held a lock for " + PATIENCE);
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PersistenceException(e);
            }
        }
    }

    private boolean tryTake(long lock) {
        return (Boolean) entityManager
                .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", lock)
                .getSingleResult();
    }
}
