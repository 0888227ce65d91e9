package org.ketaminecontent.editorial;

import org.jspecify.annotations.Nullable;

/**
 * A document to be withdrawn.
 *
 * @param reason readers are told
 * @param successor the live document that takes its place, such as {@code topics/history}; null where none does
 */
record DocumentWithdrawal(
        StepTarget target, String reason, @Nullable String successor) {}
