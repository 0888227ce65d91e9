package org.ketaminecontent.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A role at the identity provider, with its rights. */
public enum Role {
    AUTHOR(Right.READ, Right.WRITE),
    REVIEWER(Right.READ, Right.REVIEW),
    PUBLISHER(Right.READ, Right.PUBLISH),
    /** Everything but reviews, which need a reviewer. */
    ADMIN(Right.READ, Right.WRITE, Right.PUBLISH, Right.ADMIN);

    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.of(rights);
    }

    public Set<Right> rights() {
        return rights;
    }

    /** The rights of the roles with these names; unknown names give none. */
    static Set<Right> rightsOf(Set<String> names) {
        return Stream.of(values())
                .filter(role -> names.contains(role.name().toLowerCase(Locale.ROOT)))
                .flatMap(role -> role.rights.stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }
}
