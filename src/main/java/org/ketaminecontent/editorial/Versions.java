package org.ketaminecontent.editorial;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The versions of a document, the latest first. */
@Schema(name = "Versions")
public record Versions(List<EditorialDocument.Version> data) {

    /** So many at a time, where no number is named. */
    static final int MOST = 100;

    static Versions latest(Work work) {
        return before(work, Integer.MAX_VALUE, MOST);
    }

    /** Those before a number. */
    static Versions before(Work work, int number, int limit) {
        return new Versions(Revision.before(work, number, limit).stream()
                .map(revision -> EditorialDocument.Version.of(revision, false))
                .toList());
    }
}
