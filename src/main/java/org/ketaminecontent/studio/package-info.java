/** A place to edit in: server-rendered pages on what the editorial API does. */
@NullMarked
package org.ketaminecontent.studio;

import org.jspecify.annotations.NullMarked;
