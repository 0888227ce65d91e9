/** Pages for people: the home of readers, every document and collection, the search, and the home of developers. */
@NullMarked
package org.ketaminecontent.page;

import org.jspecify.annotations.NullMarked;
