package org.ketaminecontent.start;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.ketaminecontent.live.LongStatements;

/**
 * Timeouts of database statements. A database that hangs keeps its connections open, so that only a timeout detects it.
 */
@ApplicationScoped
class DatabaseTimeouts implements AgroalPoolInterceptor {

    /**
     * The timeout of the start, whose statements take long: waiting for another replica's import, or a large commit.
     */
    private static final Duration STARTING = Duration.ofSeconds(20);

    /**
     * Together with the time to get a connection (see application.properties), less than the two seconds promised to
     * readers.
     */
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
