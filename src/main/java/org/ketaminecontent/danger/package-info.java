/** Recognizes danger in readers' words, with patterns and examples that clinicians can read and correct. */
@NullMarked
package org.ketaminecontent.danger;

import org.jspecify.annotations.NullMarked;
