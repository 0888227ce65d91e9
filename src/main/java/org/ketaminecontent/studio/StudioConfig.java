package org.ketaminecontent.studio;

import io.smallrye.config.ConfigMapping;

/** How people come in. */
@ConfigMapping(prefix = "ketamine-content.studio")
interface StudioConfig {

    /** Whether a key can be pasted in place of signing in. */
    boolean keySignIn();
}
