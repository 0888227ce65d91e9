package org.ketaminecontent.publishing;

import org.jspecify.annotations.Nullable;

/**
 * A live document to withdraw.
 *
 * @param document its name, such as {@code topics/history}
 * @param reason the reason for readers; null if none is given
 * @param successor the name of the document that replaces it; null if there is none
 * @param expired true if a schedule withdraws it, not a person
 */
public record PlannedWithdrawal(
        String document, @Nullable String reason, @Nullable String successor, boolean expired) {}
