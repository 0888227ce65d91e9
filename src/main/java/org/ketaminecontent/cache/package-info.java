/** Answers that are kept ready: what is kept, under which key, and the route that sends them. */
@NullMarked
package org.ketaminecontent.cache;

import org.jspecify.annotations.NullMarked;
