/** Reads live content: renditions, the change log, former slugs, withdrawals and corrections. */
@NullMarked
package org.ketaminecontent.live;

import org.jspecify.annotations.NullMarked;
