/** Content in other people's pages: frames, the custom element's snippet, and oEmbed. */
@NullMarked
package org.ketaminecontent.embed;

import org.jspecify.annotations.NullMarked;
