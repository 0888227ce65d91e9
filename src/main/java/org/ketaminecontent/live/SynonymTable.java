package org.ketaminecontent.live;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** Stores the synonyms of the content pack. */
public final class SynonymTable {

    static final String READ = "select words, also, ignored from synonym order by position";

    private final EntityManager entityManager;

    public SynonymTable(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    static Synonyms read(ResultSet row) throws SQLException {
        return new Synonyms(
                PlainSelect.texts(row, "words"), PlainSelect.texts(row, "also"), PlainSelect.texts(row, "ignored"));
    }

    public List<Synonyms> all() {
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(READ);
                    var rows = statement.executeQuery()) {
                var found = new ArrayList<Synonyms>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        });
    }

    public void replace(List<Synonyms> synonyms) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from synonym");
                    var insert = connection.prepareStatement(
                            "insert into synonym (position, words, also, ignored) values (?, ?, ?, ?)")) {
                delete.execute();
                for (int i = 0; i < synonyms.size(); i++) {
                    add(connection, insert, i, synonyms.get(i));
                }
                insert.executeBatch();
            }
        });
    }

    private static void add(Connection connection, PreparedStatement insert, int position, Synonyms synonyms)
            throws SQLException {
        insert.setInt(1, position);
        insert.setArray(2, PlainSelect.texts(connection, synonyms.words()));
        insert.setArray(3, PlainSelect.texts(connection, synonyms.alsoFound()));
        insert.setArray(4, PlainSelect.texts(connection, synonyms.ignored()));
        insert.addBatch();
    }
}
