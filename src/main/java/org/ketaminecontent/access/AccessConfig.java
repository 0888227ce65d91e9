package org.ketaminecontent.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may edit, and how much. */
@ConfigMapping(prefix = "ketamine-content.access")
public interface AccessConfig {

    /** Whether to make a key with every right when the application starts. */
    Bootstrap bootstrapKey();

    /** What digests of keys and previews are made with, 32 characters or more; without it, one that the database keeps. */
    Optional<String> secret();

    /** The claim of an access token in which a reviewer's credentials stand, such as {@code MD, board-certified}. */
    String credentialsClaim();

    /** How many requests that change something one person or key may make in a minute. */
    int writesPerMinute();

    /** How many keys that are not valid one address may try in a minute. */
    int failuresPerMinute();

    /** What becomes of the key that a start makes. */
    enum Bootstrap {
        /** There is none. */
        NONE,
        /** One is made and printed where no key with every right is active. */
        MAKE,
        /** One is made and printed, and those that starts made before are revoked. */
        RENEW
    }
}
