package org.ketaminecontent.live;

import java.util.function.Supplier;

/** Marks work of a thread for which nobody waits, so that its statements may take long. */
public final class LongStatements {

    private static final ThreadLocal<Boolean> PATIENT = ThreadLocal.withInitial(() -> false);

    private LongStatements() {}

    /** Does work that may take long. */
    public static <T> T with(Supplier<T> work) {
        PATIENT.set(true);
        try {
            return work.get();
        } finally {
            PATIENT.remove();
        }
    }

    /** Tells whether this thread does such work. */
    public static boolean isGiven() {
        return PATIENT.get();
    }
}
