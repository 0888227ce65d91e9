package org.ketaminecontent.http;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.exception.JDBCConnectionException;
import org.postgresql.util.PSQLException;

/**
 * Distinguishes temporary failures of the database from all others, by its
 * <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">error codes</a>.
 */
public final class DatabaseFault {

    /**
     * Classes 08 (connection), 28 (authorization) and 57 (operator intervention); no such database; too many
     * connections.
     */
    private static final Set<String> AWAY = Set.of("08", "28", "57", "3D000", "53300");

    /** Classes 53 (disk, memory) and 58 (system error); a read-only database. */
    private static final Set<String> UNABLE = Set.of("53", "58", "25006");

    /** Lock not available, deadlock, serialization failure. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    private static final int CLASS_LENGTH = 2;

    private DatabaseFault() {}

    /** Tells whether a cause is that the database cannot be reached, or closed the connection. */
    public static boolean isAway(Throwable throwable) {
        return isCaused(
                throwable,
                cause -> cause instanceof JDBCConnectionException
                        || cause instanceof SocketException
                        || cause instanceof SocketTimeoutException
                        || (cause instanceof SQLException sql && isConnectionLost(sql)));
    }

    /** Tells whether a cause is that other transactions hold what is needed. */
    public static boolean isBusy(Throwable throwable) {
        return isCaused(
                throwable,
                cause -> cause instanceof LockTimeoutException
                        || cause instanceof PessimisticLockException
                        || (cause instanceof SQLException sql && isAmong(BUSY, sql)));
    }

    /** Tells whether the same may succeed later: the database is unavailable, busy, or out of space. */
    public static boolean isPassing(Throwable throwable) {
        return isAway(throwable)
                || isBusy(throwable)
                || isCaused(throwable, cause -> cause instanceof SQLException sql && isAmong(UNABLE, sql));
    }

    /**
     * A session ends or fails to start with the severity FATAL, whatever its code; the pool's exceptions have no code.
     */
    private static boolean isConnectionLost(SQLException exception) {
        return isAmong(AWAY, exception)
                || (exception.getSQLState() == null
                        && String.valueOf(exception.getMessage()).contains("cquisition timeout"))
                || (exception instanceof PSQLException answered
                        && answered.getServerErrorMessage() != null
                        && Set.of("FATAL", "PANIC")
                                .contains(String.valueOf(
                                        answered.getServerErrorMessage().getSeverity())));
    }

    private static boolean isAmong(Set<String> states, SQLException exception) {
        var state = exception.getSQLState();
        return state != null
                && (states.contains(state)
                        || (state.length() > CLASS_LENGTH && states.contains(state.substring(0, CLASS_LENGTH))));
    }

    /** Failures at a commit are suppressed exceptions, not causes. */
    private static boolean isCaused(Throwable throwable, Predicate<Throwable> kind) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var waiting = new ArrayDeque<Throwable>();
        waiting.add(throwable);
        while (!waiting.isEmpty()) {
            var each = waiting.remove();
            if (seen.add(each)) {
                if (kind.test(each)) {
                    return true;
                }
                if (each.getCause() != null) {
                    waiting.add(each.getCause());
                }
                Collections.addAll(waiting, each.getSuppressed());
            }
        }
        return false;
    }
}
