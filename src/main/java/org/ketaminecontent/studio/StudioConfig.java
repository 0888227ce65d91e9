package org.ketaminecontent.studio;

import io.smallrye.config.ConfigMapping;

/** The ways to sign in to the studio. */
@ConfigMapping(prefix = "ketamine-content.studio")
interface StudioConfig {

    /** Lets people paste a key in place of signing in. */
    boolean keySignIn();
}
