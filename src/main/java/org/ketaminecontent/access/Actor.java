package org.ketaminecontent.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that acts.
 *
 * @param id such as {@code oidc:…} or {@code key:…}
 * @param name for people to read
 * @param owner the person behind a key, by id; the actor itself where there is none
 * @param reviewerName whose word it gives where it approves; null where it cannot
 * @param credentials of the reviewer
 */
public record Actor(
        String id,
        String name,
        Set<Right> rights,
        String owner,
        @Nullable String reviewerName,
        @Nullable String credentials) {

    /** What the application does by itself, such as what was scheduled. */
    public static final Actor SYSTEM = new Actor("system", "The server", Set.of(), "system", null, null);

    /** The content pack. */
    public static final Actor PACK = new Actor("pack", "The content pack", Set.of(), "pack", null, null);

    /** The owner of all keys that starts make: whoever runs the server. */
    static final String START = "start";

    /** The id of the key that acts; empty where it is no key. */
    public Optional<String> keyId() {
        return id.startsWith(ApiKey.PREFIX) ? Optional.of(id.substring(ApiKey.PREFIX.length())) : Optional.empty();
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /**
     * Tells whether this is one of these, or speaks for the same person as one of them. A key that belongs to itself came
     * from a key of a start, and whoever holds that one has held this one too.
     */
    public boolean isAmong(Set<String> actors) {
        return actors.contains(id)
                || actors.contains(owner)
                || owner.startsWith(ApiKey.PREFIX) && actors.contains(START);
    }
}
