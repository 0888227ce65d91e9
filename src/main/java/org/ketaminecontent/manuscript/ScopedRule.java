package org.ketaminecontent.manuscript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of a pack that applies to some of its documents. */
interface ScopedRule {

    /** The collections that it applies to; all if empty. */
    List<String> collections();

    /** Collections and documents, as {@code collection/slug}, that it does not apply to. */
    List<String> except();

    /** Null means that a breach prevents publication. */
    @Nullable
    RuleLevel level();

    default boolean isFor(Manuscript manuscript) {
        return (collections().isEmpty() || collections().contains(manuscript.collection()))
                && !except().contains(manuscript.collection())
                && !except().contains(manuscript.key());
    }

    default boolean refuses() {
        return level() != RuleLevel.WARN;
    }

    @SuppressWarnings("NullAway") // Read from files, in which anything may be missing.
    static List<String> present(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
