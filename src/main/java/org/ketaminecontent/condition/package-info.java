/** Conditions that ketamine is or was tried for, with the evidence. */
@NullMarked
package org.ketaminecontent.condition;

import org.jspecify.annotations.NullMarked;
