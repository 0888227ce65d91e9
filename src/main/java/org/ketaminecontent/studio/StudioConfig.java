package org.ketaminecontent.studio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people come in. */
@ConfigMapping(prefix = "ketamine-content.studio")
interface StudioConfig {

    /** Whether a key can be pasted in place of signing in. */
    @WithDefault("false")
    boolean keySignIn();
}
