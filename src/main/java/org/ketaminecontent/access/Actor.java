package org.ketaminecontent.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person, key or system that acts.
 *
 * @param id such as {@code oidc:…} or {@code key:…}
 * @param name for people to read
 * @param owner the id of the person behind a key; otherwise the actor's own id
 * @param reviewerName the name under which it signs reviews; null if it cannot
 * @param credentials the reviewer's credentials
 */
public record Actor(
        String id,
        String name,
        Set<Right> rights,
        String owner,
        @Nullable String reviewerName,
        @Nullable String credentials) {

    /** The application itself, such as for scheduled publications. */
    public static final Actor SYSTEM = new Actor("system", "The server", Set.of(), "system", null, null);

    /** The content pack. */
    public static final Actor PACK = new Actor("pack", "The content pack", Set.of(), "pack", null, null);

    /** The owner of all bootstrap keys: the operator of the server. */
    static final String START = "start";

    /** The id of the acting key; empty if it is not a key. */
    public Optional<String> keyId() {
        return id.startsWith(ApiKey.PREFIX) ? Optional.of(id.substring(ApiKey.PREFIX.length())) : Optional.empty();
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /**
     * Tells whether this is one of these actors, or belongs to the same person as one of them. A key that belongs to
     * itself was made by a bootstrap key, whose holder has also seen this one.
     */
    public boolean isAmong(Set<String> actors) {
        return actors.contains(id)
                || actors.contains(owner)
                || owner.startsWith(ApiKey.PREFIX) && actors.contains(START);
    }
}
