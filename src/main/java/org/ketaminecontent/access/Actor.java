package org.ketaminecontent.access;

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

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whether this is one of these, or speaks for the same person as one of them. */
    public boolean isAmong(Set<String> actors) {
        return actors.contains(id) || actors.contains(owner);
    }
}
