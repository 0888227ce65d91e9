/** Content packs: reads a folder of Markdown and YAML files and publishes it. */
@NullMarked
package org.ketaminecontent.pack;

import org.jspecify.annotations.NullMarked;
