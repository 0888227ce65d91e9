package org.ketaminecontent.http;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.hibernate.exception.JDBCConnectionException;

/** Tells a database that is away from every other fault. */
public final class DatabaseFault {

    private DatabaseFault() {}

    /** Whether the cause, however deep, is that the database cannot be reached. */
    public static boolean isAway(Throwable throwable) {
        return Stream.iterate(throwable, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof JDBCConnectionException
                        || cause instanceof SocketException
                        || cause instanceof SocketTimeoutException
                        || (cause instanceof SQLException sql && isConnectionState(sql)));
    }

    /**
     * SQLSTATE classes 08 (connection) and 57 (operator intervention), 53300 (too many connections), and the pool's
     * own "Acquisition timeout".
     */
    private static boolean isConnectionState(SQLException exception) {
        var state = exception.getSQLState();
        return state == null
                ? String.valueOf(exception.getMessage()).contains("cquisition timeout")
                : state.startsWith("08") || state.startsWith("57") || state.equals("53300");
    }
}
