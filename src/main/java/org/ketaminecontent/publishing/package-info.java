/** The one way in: checks authored content, makes it live, and keeps the numbered log of changes. */
@NullMarked
package org.ketaminecontent.publishing;

import org.jspecify.annotations.NullMarked;
