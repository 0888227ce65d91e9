package org.ketaminecontent.access;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Settings of access and rate limits. */
@ConfigMapping(prefix = "ketamine-content.access")
public interface AccessConfig {

    /** The mode in which to make a key with every right when the application starts. */
    Bootstrap bootstrapKey();

    /**
     * The secret for digests of keys, previews and the audit log, 32 characters or more. Without it, keys and previews
     * use one that is stored in the database, and the audit log uses none.
     */
    Optional<String> secret();

    /** Earlier secrets, for audit entries from their time. */
    Optional<List<String>> formerSecrets();

    /** The number of the first audit entry whose digest must be made with a secret. */
    OptionalLong firstKeyedAuditEntry();

    /** The claim of an access token with a reviewer's credentials, such as {@code MD, board-certified}. */
    String credentialsClaim();

    /** The maximum number of changing requests of one person or key in a minute. */
    int writesPerMinute();

    /** The maximum number of invalid keys and tokens of one client in a minute, and for one key. */
    int failuresPerMinute();

    /** The handling of the bootstrap key. */
    enum Bootstrap {
        /** No key is made. */
        NONE,
        /** A key is made and printed if no key with every right is active. */
        MAKE,
        /** A key is made and printed, and earlier bootstrap keys are revoked. */
        RENEW
    }
}
