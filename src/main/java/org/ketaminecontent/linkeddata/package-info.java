/** Structured data for pages, in the terms of schema.org. */
@NullMarked
package org.ketaminecontent.linkeddata;

import org.jspecify.annotations.NullMarked;
