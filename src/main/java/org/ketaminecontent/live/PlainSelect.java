package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Reads rows outside of a transaction and without entities. */
@ApplicationScoped
public class PlainSelect {

    private final DataSource dataSource;

    protected PlainSelect(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Sets a statement's parameters. */
    public interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    /** Converts a row. */
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of the result. */
    public <T> List<T> rows(String sql, Binding binding, Reading<T> reading) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(connection, statement);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** An array of texts as a parameter. */
    public static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** Reads an array of texts. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
