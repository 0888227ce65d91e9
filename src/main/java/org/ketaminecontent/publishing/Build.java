package org.ketaminecontent.publishing;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/** Tells this build of the application from those that may write documents differently: by its own classes. */
@ApplicationScoped
class Build {

    private final String id;

    Build() {
        var digests = new ArrayList<String>();
        try {
            ClassPathUtils.consumeAsPaths("org/ketaminecontent", root -> digests.add(FilesDigest.of(root)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        id = String.join(" ", digests);
    }

    String id() {
        return id;
    }
}
