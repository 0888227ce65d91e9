package org.ketaminecontent.http;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Logs failures in one line each, and at most a number of lines a minute, so that clients cannot fill the disk. The
 * next line tells how many were left out; the level DEBUG logs all of them, with stack traces.
 */
final class FaultLog {

    private static final String OURS = "org.ketaminecontent.";
    private static final int DEEPEST = 10;

    private final Logger log;
    private final LogRate rate = new LogRate();

    FaultLog(Logger log) {
        this.log = log;
    }

    void log(Logger.Level level, String message, Throwable fault) {
        log.debug(message, fault);
        int before = rate.leftOut(System.nanoTime());
        if (before >= 0) {
            log.log(level, message + ": " + brief(fault) + LogRate.told(before));
        }
    }

    /** The type and place of a failure, without its message, which may repeat a reader's query. */
    static String brief(Throwable fault) {
        var causes = Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        var place = causes.stream()
                .flatMap(cause -> Stream.of(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .or(() -> Optional.of(fault.getStackTrace())
                        .filter(frames -> frames.length > 0)
                        .map(frames -> frames[0]));
        return causes.stream().map(cause -> cause.getClass().getName()).collect(Collectors.joining(" because of "))
                + place.map(frame -> " at " + frame).orElse("");
    }
}
