/** What pages say to programs, in the terms of schema.org. */
@NullMarked
package org.ketaminecontent.linkeddata;

import org.jspecify.annotations.NullMarked;
