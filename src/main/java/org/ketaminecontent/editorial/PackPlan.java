package org.ketaminecontent.editorial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.publishing.Publication;

/**
 * The changes that a pack makes.
 *
 * @param taken what becomes live, or is live as it is already
 * @param kept what does not become live, with the reason
 * @param leaving what is taken back
 */
record PackPlan(List<Entry> taken, List<Entry> kept, List<Work> leaving) {

    /**
     * A manuscript with the document that it is a version of.
     *
     * @param work null where it is a new one
     * @param reason why it does not become live; null where it does
     */
    record Entry(
            Manuscript manuscript,
            @Nullable Work work,
            @Nullable String reason) {

        Publication publication() {
            return new Publication(manuscript, work == null ? null : work.id, null, null);
        }

        Entry keptBecause(String why) {
            return new Entry(manuscript, work, why);
        }
    }
}
