/** Takes content packs in and out: import jobs, and the export of all live content. */
@NullMarked
package org.ketaminecontent.transfer;

import org.jspecify.annotations.NullMarked;
