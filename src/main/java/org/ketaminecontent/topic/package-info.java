/** Topics: a page on one subject each, with links to related documents. */
@NullMarked
package org.ketaminecontent.topic;

import org.jspecify.annotations.NullMarked;
