/**
 * Publishes authored content in one transaction, and numbers the changes. There is no other way to make content live.
 */
@NullMarked
package org.ketaminecontent.publishing;

import org.jspecify.annotations.NullMarked;
