/** The one way out: renditions, the numbered log of changes, former names, withdrawals and corrections. */
@NullMarked
package org.ketaminecontent.live;

import org.jspecify.annotations.NullMarked;
