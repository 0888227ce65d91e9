package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tells the log of changes of one database from that of any other. */
@ApplicationScoped
public class LogIdentity {

    /**
     * An identity.
     *
     * @param name which everybody may know
     * @param secret which nobody but the servers of this database may
     */
    public record Identity(String name, String secret) {}

    private final PlainSelect select;
    private volatile @Nullable Identity known;

    protected LogIdentity(PlainSelect select) {
        this.select = select;
    }

    /** The identity, which is read once: to give a log another one takes a restart. */
    public Identity get() {
        var present = known;
        if (present == null) {
            present = select.rows(
                            "select name::text, secret from change_log",
                            (connection, statement) -> {},
                            row -> new Identity(row.getString(1), row.getString(2)))
                    .get(0);
            known = present;
        }
        return present;
    }
}
