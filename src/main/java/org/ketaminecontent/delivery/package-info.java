/** How live documents become answers: the envelope, lists, includes, and what must stand beside content. */
@NullMarked
package org.ketaminecontent.delivery;

import org.jspecify.annotations.NullMarked;
