package org.ketaminecontent.editorial;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a pack for one document.
 *
 * @param document its name, such as {@code topics/history}
 * @param reason the reason for which it does not become live; null if it does
 */
public record PackOutcome(
        String document, Outcome outcome, @Nullable String reason) {

    /** The kinds of outcomes. */
    public enum Outcome {
        PUBLISHED,
        UNCHANGED,
        KEPT,
        WITHDRAWN
    }
}
