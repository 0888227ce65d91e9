package org.ketaminecontent.access;

import io.quarkus.runtime.QuarkusApplication;
import org.jspecify.annotations.Nullable;

/** Verifies the audit log from the command line. */
public class VerifyAudit implements QuarkusApplication {

    /** The command's name. */
    public static final String COMMAND = "verify-audit";

    private static final String HEAD = "--head";
    private static final int MISUSED = 2;

    private final AuditTrail trail;

    VerifyAudit(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public int run(String... args) {
        AuditHead head;
        try {
            head = head(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return MISUSED;
        }
        var found = trail.verify(head);
        System.out.printf(
                "%s%nentries: %d%nhead: %s%nkeyed from entry: %s%nwritable by the application: %s%n",
                found.intact()
                        ? "The audit log is unchanged."
                        : "Entry " + found.brokenAt() + " was touched. " + found.reason(),
                found.entries(),
                new AuditHead(found.entries(), found.head()),
                found.keyedFrom() == null ? "none; set ketamine-content.access.secret" : found.keyedFrom(),
                found.writable());
        return found.intact() ? 0 : 1;
    }

    /** Parses {@code verify-audit --head 8:…}. */
    private static @Nullable AuditHead head(String... args) {
        if (args.length == 1) {
            return null;
        }
        if (args.length == 3 && args[1].equals(HEAD)) {
            return AuditHead.parse(args[2]);
        }
        throw new IllegalArgumentException("Usage: " + COMMAND + " [" + HEAD + " <number>:<digest>]");
    }
}
