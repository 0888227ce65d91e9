package org.ketaminecontent.editorial;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that a document ever said, the latest first. */
@Schema(name = "Versions")
public record Versions(List<EditorialDocument.Version> data) {

    static Versions of(Work work) {
        return new Versions(Revision.of(work).stream()
                .map(revision -> EditorialDocument.Version.of(revision, false))
                .toList());
    }
}
