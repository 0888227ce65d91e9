package org.ketaminecontent.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people are at the identity provider, and what that lets them do here. */
public enum Role {
    AUTHOR(Right.READ, Right.WRITE),
    REVIEWER(Right.READ, Right.REVIEW),
    PUBLISHER(Right.READ, Right.PUBLISH),
    /** Everything but a reviewer's word, which needs a reviewer. */
    ADMIN(Right.READ, Right.WRITE, Right.PUBLISH, Right.ADMIN);

    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.of(rights);
    }

    public Set<Right> rights() {
        return rights;
    }

    /** The rights that roles of these names give; names of anything else give none. */
    static Set<Right> rightsOf(Set<String> names) {
        return Stream.of(values())
                .filter(role -> names.contains(role.name().toLowerCase(Locale.ROOT)))
                .flatMap(role -> role.rights.stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }
}
