/** Files with all live content, to start a copy from, made after changes: SQLite and JSON Lines. */
@NullMarked
package org.ketaminecontent.snapshot;

import org.jspecify.annotations.NullMarked;
