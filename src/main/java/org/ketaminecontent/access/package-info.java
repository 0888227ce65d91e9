/** Authentication and rights: people with OpenID Connect, tools with keys; rate limits and the audit log. */
@NullMarked
package org.ketaminecontent.access;

import org.jspecify.annotations.NullMarked;
