/** The one way in: makes authored content live, in one transaction, and numbers the change. */
@NullMarked
package org.ketaminecontent.publishing;

import org.jspecify.annotations.NullMarked;
