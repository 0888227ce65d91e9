package org.ketaminecontent.live;

import java.util.function.Supplier;

/** Says that nobody waits for what a thread does, so that the database may take its time over it. */
public final class LongStatements {

    private static final ThreadLocal<Boolean> PATIENT = ThreadLocal.withInitial(() -> false);

    private LongStatements() {}

    /** Does something that may take long. */
    public static <T> T with(Supplier<T> work) {
        PATIENT.set(true);
        try {
            return work.get();
        } finally {
            PATIENT.remove();
        }
    }

    /** Whether this thread does. */
    public static boolean isGiven() {
        return PATIENT.get();
    }
}
