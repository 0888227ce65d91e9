/** What every answer and every failure has in common on the wire. Knows no content. */
@NullMarked
package org.ketaminecontent.http;

import org.jspecify.annotations.NullMarked;
