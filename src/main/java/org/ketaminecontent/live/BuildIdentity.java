package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Identifies this build of the application by its own classes, since another build may render documents differently.
 */
@ApplicationScoped
public class BuildIdentity {

    private final String id;

    BuildIdentity() {
        try {
            var classes = Path.of(BuildIdentity.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            id = Files.isDirectory(classes) ? FilesDigest.of(classes) : FilesDigest.ofJar(classes);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public String id() {
        return id;
    }
}
