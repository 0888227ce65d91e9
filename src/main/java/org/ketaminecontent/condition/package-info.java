/** Conditions that ketamine has been tried for, with the evidence. */
@NullMarked
package org.ketaminecontent.condition;

import org.jspecify.annotations.NullMarked;
