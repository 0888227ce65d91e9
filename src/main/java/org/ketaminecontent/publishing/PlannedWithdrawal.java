package org.ketaminecontent.publishing;

import org.jspecify.annotations.Nullable;

/**
 * A live document that is to be taken back.
 *
 * @param document its name, such as {@code topics/history}
 * @param reason for readers; null where none is given
 * @param successor the name of the document that takes its place; null where none does
 */
public record PlannedWithdrawal(
        String document, @Nullable String reason, @Nullable String successor) {}
