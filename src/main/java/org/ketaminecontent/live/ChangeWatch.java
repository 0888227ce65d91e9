package org.ketaminecontent.live;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * Notices every change that any process makes: at once if PostgreSQL announces it, and at the latest when the log is
 * next polled. It has its own connection, and reconnects if that is lost.
 */
@ApplicationScoped
public class ChangeWatch {

    /** The channel on which the number of the latest change is announced. */
    public static final String CHANNEL = "content_change";

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class);

    /** Together with the time to answer, less than the 5 seconds within which every change is noticed. */
    private static final Duration POLL = Duration.ofSeconds(3);

    private static final Duration RETRY = Duration.ofMillis(500);
    private static final String PATIENCE_SECONDS = "1";

    private final LatestChanges latest;
    private final Event<ContentChanged> changed;
    private final Event<ChangeFeedStatus> changeFeed;
    private final String url;
    private final Properties properties = new Properties();
    private volatile boolean stopped;
    private boolean good = true;
    private long seen;

    ChangeWatch(
            LatestChanges latest,
            Event<ContentChanged> changed,
            Event<ChangeFeedStatus> changeFeed,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.latest = latest;
        this.changed = changed;
        this.changeFeed = changeFeed;
        this.url = url;
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(word -> properties.setProperty("password", word));
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        properties.setProperty("ApplicationName", "ketamine-content-api changes");
    }

    /** Begins to listen for changes that are made from now on, and announces that it does. */
    public void begin() {
        seen = latest.toAnything().number();
        changed.fire(new ContentChanged(Set.of(), seen));
        changeFeed.fire(new ChangeFeedStatus(true));
        var thread = new Thread(this::watch, "content changes");
        thread.setDaemon(true);
        thread.start();
    }

    void end(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void watch() {
        while (!stopped) {
            try (var connection = new Driver().connect(url, properties)) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!stopped) {
                    tell(false, String.valueOf(e.getMessage()));
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        var announcements = connection.unwrap(PGConnection.class);
        boolean told = false;
        while (!stopped) {
            readOn(connection, told);
            tell(true, "");
            var heard = announcements.getNotifications((int) POLL.toMillis());
            told = heard != null && heard.length > 0;
        }
    }

    /** @param told whether a notification was received; changes of synonyms have no number in the log */
    private void readOn(Connection connection, boolean told) throws SQLException {
        Set<String> keys = new HashSet<>();
        try (var statement = connection.prepareStatement(
                "select c.number, c.document, c.collection, c.action, k.number is not null from change c"
                        + " left join correction k on k.number = c.number where c.number > ?")) {
            statement.setLong(1, seen);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen = Math.max(seen, rows.getLong(1));
                    keys.addAll(
                            Change.keys(rows.getString(2), rows.getString(3), ChangeAction.valueOf(rows.getString(4))));
                    if (rows.getBoolean(5)) {
                        keys.add(Corrections.NAME);
                    }
                }
            }
        }
        if (told) {
            keys.add(ContentChanged.SYNONYMS);
        }
        if (!keys.isEmpty()) {
            changed.fire(new ContentChanged(keys, seen));
        }
    }

    private void tell(boolean nowGood, String why) {
        if (nowGood != good) {
            good = nowGood;
            if (good) {
                LOG.info("Listening for changes of other replicas again");
            } else {
                LOG.warnf("Cannot listen for changes of other replicas: %s", why);
            }
            changeFeed.fire(new ChangeFeedStatus(good));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
