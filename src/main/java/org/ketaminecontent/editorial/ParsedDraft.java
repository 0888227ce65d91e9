package org.ketaminecontent.editorial;

import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Content;

/**
 * A draft whose content is read.
 *
 * @param slug the name it is to have
 * @param minor whether it changes no more than a misspelling, so that the last review still holds
 * @param note what was changed and why; null where nothing is said
 */
public record ParsedDraft(
        String slug,
        Content content,
        boolean minor,
        @Nullable String note) {}
