/** Feeds of changes, the sitemap and the API catalog. */
@NullMarked
package org.ketaminecontent.feed;

import org.jspecify.annotations.NullMarked;
