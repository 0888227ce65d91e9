/** Authored text: its normal form, Markdown, sentences and reading grade. */
@NullMarked
package org.ketaminecontent.text;

import org.jspecify.annotations.NullMarked;
