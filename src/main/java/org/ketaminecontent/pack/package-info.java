/** Content packs: reads and writes folders of Markdown and YAML files. */
@NullMarked
package org.ketaminecontent.pack;

import org.jspecify.annotations.NullMarked;
