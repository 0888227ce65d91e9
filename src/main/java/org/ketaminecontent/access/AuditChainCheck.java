package org.ketaminecontent.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies the audit log entry by entry, and remembers the first invalid one. */
class AuditChainCheck {

    private final AuditDigests digests;
    private final long keyedAtLatest;
    private final boolean mustEndKeyed;
    private final List<AuditHead> known;

    private long number;
    private String digest = AuditEntry.BEGINNING;
    private boolean isKeyed;
    private @Nullable Long keyedFrom;
    private @Nullable Long brokenAt;
    private @Nullable String reason;

    /**
     * @param keyedAtLatest the number from which every entry must have a digest made with a secret
     * @param mustEndKeyed whether the last entry must have one
     * @param known earlier heads of the log
     */
    AuditChainCheck(AuditDigests digests, long keyedAtLatest, boolean mustEndKeyed, List<AuditHead> known) {
        this.digests = digests;
        this.keyedAtLatest = keyedAtLatest;
        this.mustEndKeyed = mustEndKeyed;
        this.known = known;
    }

    boolean isBroken() {
        return reason != null;
    }

    long number() {
        return number;
    }

    void take(AuditEntry entry) {
        var wrong = wrong(entry);
        if (wrong != null) {
            end(wrong, number + 1);
            return;
        }
        number = entry.number;
        digest = entry.digest;
        isKeyed = entry.keyId != null;
        if (isKeyed && keyedFrom == null) {
            keyedFrom = number;
        }
    }

    private @Nullable String wrong(AuditEntry entry) {
        if (entry.number != number + 1 || !entry.previous.equals(digest)) {
            return "The entry does not follow the one before it.";
        }
        if (entry.keyId == null && (keyedFrom != null || entry.number >= keyedAtLatest)) {
            return "The entry's digest is made without a secret, which is not allowed here.";
        }
        var right = digests.of(entry);
        if (right.isEmpty()) {
            return "The entry's digest is made with a secret that is not configured here, " + entry.keyId + ".";
        }
        if (!right.get().equals(entry.digest)) {
            return "The entry's digest does not match its contents.";
        }
        boolean isOther = known.stream()
                .anyMatch(
                        head -> head.number() == entry.number && !head.digest().equals(entry.digest));
        return isOther ? "The entry is not the one that the head was taken from." : null;
    }

    private void end(String why, long at) {
        reason = why;
        brokenAt = at;
    }

    /** The result after all entries. */
    AuditVerification end(boolean writable) {
        if (!isBroken() && mustEndKeyed && !isKeyed) {
            end(
                    "The last entry's digest is made without a secret, although this server made one with a secret.",
                    number);
        }
        if (!isBroken() && known.stream().anyMatch(head -> head.number() > number)) {
            end("The entry that the head was taken from is missing.", number + 1);
        }
        return new AuditVerification(!isBroken(), number, brokenAt, reason, digest, keyedFrom, writable);
    }
}
