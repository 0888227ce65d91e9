/** Finds documents by readers' own words and by clinical codes. */
@NullMarked
package org.ketaminecontent.search;

import org.jspecify.annotations.NullMarked;
