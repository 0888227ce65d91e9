/** Topics: a page on one subject each, and what it leads to. */
@NullMarked
package org.ketaminecontent.topic;

import org.jspecify.annotations.NullMarked;
