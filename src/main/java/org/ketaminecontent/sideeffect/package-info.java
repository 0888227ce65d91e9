/** Unwanted effects: what each is like, how often, and when to get help. */
@NullMarked
package org.ketaminecontent.sideeffect;

import org.jspecify.annotations.NullMarked;
