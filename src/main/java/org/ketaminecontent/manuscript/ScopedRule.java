package org.ketaminecontent.manuscript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that a pack lays down for some of its documents. */
interface ScopedRule {

    /** The kinds of document that it is for; all where none is named. */
    List<String> collections();

    /** Collections and documents, as {@code collection/slug}, that it is not for. */
    List<String> except();

    /** Null where it is not said: then it refuses. */
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
