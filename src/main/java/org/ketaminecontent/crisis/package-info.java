/** Whom to turn to in danger; every answer that needs it carries these contacts. */
@NullMarked
package org.ketaminecontent.crisis;

import org.jspecify.annotations.NullMarked;
