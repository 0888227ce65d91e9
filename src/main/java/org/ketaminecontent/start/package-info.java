/** Starts the application on an empty machine: local database, schema, content, health. */
@NullMarked
package org.ketaminecontent.start;

import org.jspecify.annotations.NullMarked;
