package org.ketaminecontent.studio;

import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;

/**
 * The frame of every page of the studio.
 *
 * @param who is signed in; null where nobody is
 * @param problem what went wrong with what was asked; null where nothing did
 * @param done what was done; null where nothing was
 */
record StudioFrame(
        String title,
        @Nullable Actor who,
        @Nullable String problem,
        @Nullable String done) {

    StudioFrame(String title, @Nullable Actor who) {
        this(title, who, null, null);
    }
}
