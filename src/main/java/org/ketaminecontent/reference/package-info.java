/** The sources cited by the content. */
@NullMarked
package org.ketaminecontent.reference;

import org.jspecify.annotations.NullMarked;
