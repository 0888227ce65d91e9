/** The response cache: its entries, its keys, and the route that answers from it. */
@NullMarked
package org.ketaminecontent.cache;

import org.jspecify.annotations.NullMarked;
