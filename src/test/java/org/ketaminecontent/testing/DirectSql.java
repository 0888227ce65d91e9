package org.ketaminecontent.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads and changes the database of a test past the application. */
@ApplicationScoped
public class DirectSql {

    @Inject
    DataSource dataSource;

    public void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row, as PostgreSQL writes it; {@code t} for true. */
    public String value(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Waits until a query says true. */
    public void await(String sql) {
        Eventually.until(sql, () -> value(sql).equals("t"));
    }
}
