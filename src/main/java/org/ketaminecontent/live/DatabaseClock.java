package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The database's clock: the one that all replicas share, so that none whose own clock is wrong does anything early. */
@ApplicationScoped
public class DatabaseClock {

    private final EntityManager entityManager;

    DatabaseClock(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The time, in whole microseconds, which is what the database keeps. */
    public Instant now() {
        return ((Instant) entityManager
                        .createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult())
                .truncatedTo(ChronoUnit.MICROS);
    }

    /** The day, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }
}
