/** The kernel: what every piece of content is. Knows no HTTP and none of the other packages. */
@NullMarked
package org.ketaminecontent.content;

import org.jspecify.annotations.NullMarked;
