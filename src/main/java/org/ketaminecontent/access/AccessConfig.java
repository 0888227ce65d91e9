package org.ketaminecontent.access;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Who may edit, and how much. */
@ConfigMapping(prefix = "ketamine-content.access")
public interface AccessConfig {

    /** Whether to make a key with every right when the application starts. */
    Bootstrap bootstrapKey();

    /**
     * What digests of keys, previews and the audit trail are made with, 32 characters or more. Without it, keys and
     * previews use one that the database keeps, and the audit trail uses none.
     */
    Optional<String> secret();

    /** Secrets that were set before, for entries of the audit trail from that time. */
    Optional<List<String>> formerSecrets();

    /** The number of the first entry of the audit trail that must have a digest made with a secret. */
    OptionalLong auditKeyedFrom();

    /** The claim of an access token in which a reviewer's credentials stand, such as {@code MD, board-certified}. */
    String credentialsClaim();

    /** How many requests that change something one person or key may make in a minute. */
    int writesPerMinute();

    /** How many keys and tokens that are not valid one client may try in a minute, and how many for one key. */
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
