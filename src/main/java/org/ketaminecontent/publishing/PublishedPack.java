package org.ketaminecontent.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.ketaminecontent.live.BuildIdentity;

/** The state of the pack that was published last, and the build of the application that published it. */
@ApplicationScoped
public class PublishedPack {

    /** PostgreSQL's undefined_table. */
    private static final String NO_TABLE = "42P01";

    private final DataSource dataSource;
    private final BuildIdentity build;

    PublishedPack(DataSource dataSource, BuildIdentity build) {
        this.dataSource = dataSource;
        this.build = build;
    }

    /** Tells whether these files are live, published by this build; then the schema is up to date too. */
    public boolean is(String digest) {
        return run("select 1 from published_pack where digest = ? and build = ?", List.of(digest, build.id()));
    }

    /** Stores that these files are live now. */
    public void become(String digest) {
        run(
                "insert into published_pack (digest, build) values (?, ?)"
                        + " on conflict (one) do update set digest = excluded.digest, build = excluded.build",
                List.of(digest, build.id()));
    }

    private boolean run(String sql, List<String> values) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            if (!statement.execute()) {
                return false;
            }
            try (var rows = statement.getResultSet()) {
                return rows.next();
            }
        } catch (SQLException e) {
            if (NO_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw new PersistenceException(e);
        }
    }
}
