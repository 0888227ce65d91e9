/** Terms defined once, in plain words. */
@NullMarked
package org.ketaminecontent.glossary;

import org.jspecify.annotations.NullMarked;
