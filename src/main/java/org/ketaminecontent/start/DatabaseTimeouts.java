package org.ketaminecontent.start;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.ketaminecontent.live.LongStatements;

/**
 * How long an answer of the database is waited for. A database that hangs keeps its connections open, so that only the
 * time tells that it is gone.
 */
@ApplicationScoped
class DatabaseTimeouts implements AgroalPoolInterceptor {

    /** Nobody waits, and statements do take long: to lock out another replica's import, or to commit it all. */
    private static final Duration STARTING = Duration.ofSeconds(20);

    /** With the time to get a connection (see application.properties) less than the two seconds a reader is promised. */
    private static final Duration SERVING = Duration.ofSeconds(1);

    private final ApplicationStart start;

    DatabaseTimeouts(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var patience = start.isReady() && !LongStatements.isGiven() ? SERVING : STARTING;
        try {
            connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot limit the wait for the database", e);
        }
    }
}
