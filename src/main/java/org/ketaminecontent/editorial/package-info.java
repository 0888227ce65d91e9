/** Drafts, clinical review, publication and history: everything that happens to a document before and after it is live. */
@NullMarked
package org.ketaminecontent.editorial;

import org.jspecify.annotations.NullMarked;
