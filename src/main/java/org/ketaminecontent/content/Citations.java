package org.ketaminecontent.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The references and links of a document's text, resolved at publication.
 *
 * @param references slugs of all cited references, in order of first citation
 * @param body the running text with every link in its full form, or null if there is none
 */
public record Citations(List<String> references, @Nullable String body) {}
