/** Who may do what: people who sign in with OpenID Connect, tools with keys, and previews. */
@NullMarked
package org.ketaminecontent.access;

import org.jspecify.annotations.NullMarked;
