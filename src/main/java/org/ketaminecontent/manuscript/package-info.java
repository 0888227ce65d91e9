/** Authored content and its checks: schema, links, language, grades and risks. */
@NullMarked
package org.ketaminecontent.manuscript;

import org.jspecify.annotations.NullMarked;
