/** HTTP: parameters, problems, limits and connections. Knows no content. */
@NullMarked
package org.ketaminecontent.http;

import org.jspecify.annotations.NullMarked;
