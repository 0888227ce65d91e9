package org.ketaminecontent.editorial;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times at which a document will be published or withdrawn by itself. */
@Embeddable
public class WorkSchedule {

    /** The time of the publication; null if none is scheduled. */
    public @Nullable Instant publishAt;

    /** The time of the withdrawal; null if none is scheduled. */
    public @Nullable Instant withdrawAt;

    /** The number of attempts at the scheduled step, counted before the work, so that a crash counts. */
    public int attempts;

    /** The time of the last attempt. */
    public @Nullable Instant triedAt;

    /** The reason of the scheduled withdrawal, or of the last one. */
    public @Nullable String withdrawReason;

    /** The document to read instead after that withdrawal. */
    public @Nullable String successor;

    boolean isToBePublished(Instant now) {
        return publishAt != null && !publishAt.isAfter(now);
    }

    boolean isToBeWithdrawn(Instant now) {
        return withdrawAt != null && !withdrawAt.isAfter(now);
    }

    /** Counts an attempt at the scheduled step. */
    void attempt(Instant now) {
        attempts++;
        triedAt = now;
    }

    /** Sets the time of the publication; null if none is to come. */
    void publish(@Nullable Instant at) {
        publishAt = at;
        forgetAttempts();
    }

    /** Sets the time of the withdrawal, null if it is done or none is to come, with its reason. */
    void withdraw(@Nullable Instant at, @Nullable String reason, @Nullable String replacement) {
        withdrawAt = at;
        withdrawReason = reason;
        successor = replacement;
        forgetAttempts();
    }

    private void forgetAttempts() {
        attempts = 0;
        triedAt = null;
    }
}
