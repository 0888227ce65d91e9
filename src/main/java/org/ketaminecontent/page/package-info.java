/** What people read in a browser: a page for every document and collection, the search, and the portal at the root. */
@NullMarked
package org.ketaminecontent.page;

import org.jspecify.annotations.NullMarked;
