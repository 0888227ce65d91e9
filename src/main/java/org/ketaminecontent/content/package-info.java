/**
 * The kernel: the parts that all content types share. Knows no HTTP, and only {@code text} and {@code danger} of the
 * other packages.
 */
@NullMarked
package org.ketaminecontent.content;

import org.jspecify.annotations.NullMarked;
