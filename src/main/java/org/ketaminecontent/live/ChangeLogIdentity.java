package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Identifies the change log of one database. */
@ApplicationScoped
public class ChangeLogIdentity {

    /**
     * An identity.
     *
     * @param name a public name
     * @param secret known only to the servers of this database
     */
    public record Identity(String name, String secret) {}

    private final PlainSelect select;
    private volatile @Nullable Identity known;

    protected ChangeLogIdentity(PlainSelect select) {
        this.select = select;
    }

    /** The identity, which is read once: replacing it takes a restart. */
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
