/** Side effects: symptoms, frequency, and when to get help. */
@NullMarked
package org.ketaminecontent.sideeffect;

import org.jspecify.annotations.NullMarked;
