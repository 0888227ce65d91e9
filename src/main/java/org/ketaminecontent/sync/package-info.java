/** Content in step: pages of whole documents and tombstones in the order of the change log, and where to go on. */
@NullMarked
package org.ketaminecontent.sync;

import org.jspecify.annotations.NullMarked;
