/** What changed and what there is, for programs that come back: feeds, sitemap, API catalogue. */
@NullMarked
package org.ketaminecontent.feed;

import org.jspecify.annotations.NullMarked;
