/** The page at the root: what this server is, what it holds, and the first calls to make. */
@NullMarked
package org.ketaminecontent.home;

import org.jspecify.annotations.NullMarked;
