package org.ketaminecontent.editorial;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** Finds documents as editors name them. */
final class WorkLookup {

    private static final Pattern UUID_SYNTAX = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final int LONGEST_TOLD = 80;

    private WorkLookup() {}

    /** The document that readers know by this name, whatever its newest version calls it. */
    static Optional<Work> findLive(String collection, String slug) {
        return Work.find(
                        "select w from Work w join Revision r on r.workId = w.id and r.number = w.live"
                                + " where w.collection = ?1 and r.slug = ?2",
                        collection,
                        slug)
                .firstResultOptional();
    }

    /** The document whose newest version has this name. */
    static Optional<Work> findByName(String collection, String slug) {
        return Work.find("collection = ?1 and slug = ?2", collection, slug).firstResultOptional();
    }

    /**
     * By slug or UUID.
     *
     * @throws Failure where there is none
     */
    static Work find(String collection, String name) {
        var found = UUID_SYNTAX.matcher(name).matches()
                ? Work.<Work>findByIdOptional(UUID.fromString(name)).filter(work -> work.collection.equals(collection))
                : findByName(collection, name);
        return found.orElseThrow(() -> new Failure(
                ErrorCode.DOCUMENT_NOT_FOUND,
                "There is no '" + CodePoints.shown(name, LONGEST_TOLD) + "' in "
                        + CodePoints.shown(collection, LONGEST_TOLD) + "."));
    }

    /**
     * A document with nobody else working on it until the transaction ends.
     *
     * @throws StaleVersion where it is not the version any more that the caller knows
     */
    static Work locked(StepTarget target) {
        var known = find(target.collection(), target.name());
        var work = Work.lock(known.id);
        if (work.tag != target.tag()) {
            throw new StaleVersion(work, changedFields(work, target.tag()));
        }
        return work;
    }

    private static List<String> changedFields(Work work, long since) {
        var known = Revision.at(work, since);
        return known.isEmpty() || known.get().number == work.head
                ? List.of()
                : Comparison.of(known.get(), Revision.head(work)).fields();
    }
}
