/** Recognizes danger in what readers write, from patterns and examples that clinicians can read and correct. */
@NullMarked
package org.ketaminecontent.danger;

import org.jspecify.annotations.NullMarked;
