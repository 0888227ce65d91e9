/** The OpenAPI description: what holds for every operation, added when the application is built. */
@NullMarked
package org.ketaminecontent.description;

import org.jspecify.annotations.NullMarked;
