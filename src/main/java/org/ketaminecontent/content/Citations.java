package org.ketaminecontent.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document's text leads to, worked out when it is published.
 *
 * @param references slugs of everything cited, in order of first citation
 * @param body the running text with every link in its full form, or null where there is none
 */
public record Citations(List<String> references, @Nullable String body) {}
