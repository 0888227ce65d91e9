/** Text as authors write it: its one normal form, Markdown, sentences, and how hard they are to read. */
@NullMarked
package org.ketaminecontent.text;

import org.jspecify.annotations.NullMarked;
