package org.ketaminecontent.http;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes failures in one line for the log. */
final class FaultText {

    private static final String OURS = "org.ketaminecontent.";
    private static final int DEEPEST = 10;

    private FaultText() {}

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
