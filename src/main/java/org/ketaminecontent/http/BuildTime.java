package org.ketaminecontent.http;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The time of the build, used as the date of static files. It is equal on all replicas of one image. */
public final class BuildTime {

    /** In whole seconds. */
    public static final Instant AT = read().truncatedTo(ChronoUnit.SECONDS);

    private BuildTime() {}

    private static Instant read() {
        try {
            var source =
                    Optional.ofNullable(BuildTime.class.getProtectionDomain().getCodeSource());
            return source.isPresent()
                    ? Files.getLastModifiedTime(
                                    Path.of(source.get().getLocation().toURI()))
                            .toInstant()
                    : start();
        } catch (IOException | URISyntaxException | RuntimeException e) {
            // The code is not in a file; the time of the start is the next best.
            return start();
        }
    }

    private static Instant start() {
        return ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
    }
}
