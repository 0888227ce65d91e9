/** Frequently asked questions, with a short and a full answer. */
@NullMarked
package org.ketaminecontent.faq;

import org.jspecify.annotations.NullMarked;
