/** Services to turn to in danger; answers that need them carry these contacts. */
@NullMarked
package org.ketaminecontent.crisis;

import org.jspecify.annotations.NullMarked;
