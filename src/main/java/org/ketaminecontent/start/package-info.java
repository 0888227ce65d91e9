/** From an empty machine to the first answer: local database, schema, content, health. */
@NullMarked
package org.ketaminecontent.start;

import org.jspecify.annotations.NullMarked;
