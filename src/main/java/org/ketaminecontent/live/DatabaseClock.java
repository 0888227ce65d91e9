package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The database's clock, which all replicas share, so that a replica with a wrong clock does nothing too early. */
@ApplicationScoped
public class DatabaseClock {

    private final EntityManager entityManager;

    DatabaseClock(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The time in whole microseconds, the precision of the database. */
    public Instant now() {
        return ((Instant) entityManager
                        .createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult())
                .truncatedTo(ChronoUnit.MICROS);
    }

    /** The date in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }
}
