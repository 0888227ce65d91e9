/** The sources that the content cites. */
@NullMarked
package org.ketaminecontent.reference;

import org.jspecify.annotations.NullMarked;
