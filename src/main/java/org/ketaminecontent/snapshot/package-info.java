/** All that is live as files to begin with, made when the log moves: SQLite and JSON Lines. */
@NullMarked
package org.ketaminecontent.snapshot;

import org.jspecify.annotations.NullMarked;
