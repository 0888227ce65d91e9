package org.ketaminecontent.access;

import io.quarkus.runtime.QuarkusApplication;

/** Follows the audit trail for whoever runs the server. */
public class VerifyAudit implements QuarkusApplication {

    /** The word that asks for it. */
    public static final String COMMAND = "verify-audit";

    private final AuditTrail trail;

    VerifyAudit(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public int run(String... args) {
        var found = trail.verify();
        System.out.printf(
                "%s%nentries: %d%nhead: %s%nwritable by the application: %s%n",
                found.intact()
                        ? "The audit trail is as it was written."
                        : "Entry " + found.brokenAt() + " was touched.",
                found.entries(),
                found.head(),
                found.writable());
        return found.intact() ? 0 : 1;
    }
}
