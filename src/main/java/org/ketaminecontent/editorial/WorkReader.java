package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.AuditEntry;
import org.ketaminecontent.access.AuditTrail;

/** Reads documents as their editors know them, with their versions and their history. */
@ApplicationScoped
public class WorkReader {

    private final ContentTypeLookup contentTypes;
    private final WorkList list;
    private final Referrers referrers;
    private final AuditTrail audit;

    WorkReader(ContentTypeLookup contentTypes, WorkList list, Referrers referrers, AuditTrail audit) {
        this.contentTypes = contentTypes;
        this.list = list;
        this.referrers = referrers;
        this.audit = audit;
    }

    /** A page of documents, the last worked on first; of all collections where none is named. */
    @Transactional
    public EditorialList list(@Nullable String collection, WorkQuery query, String base) {
        return list.page(collection == null ? null : contentTypes.of(collection).collection(), query, base);
    }

    /** A document with the version that is worked on. */
    @Transactional
    public EditorialDocument read(String collection, String name, String base) {
        return shown(contentTypes.find(collection, name), base);
    }

    /** The same of a document that a step has just been taken with. */
    @Transactional
    public EditorialDocument shown(Work work, String base) {
        return EditorialDocument.of(work, Revision.head(work), base);
    }

    /** The latest versions, or those before a number. */
    @Transactional
    public Versions versions(String collection, String name, @Nullable Integer before, @Nullable Integer limit) {
        return Versions.before(
                contentTypes.find(collection, name),
                before == null ? Integer.MAX_VALUE : before,
                limit == null ? Versions.MOST : limit);
    }

    @Transactional
    public EditorialDocument.Version version(String collection, String name, int revision) {
        var work = contentTypes.find(collection, name);
        return EditorialDocument.Version.of(Revision.required(work, revision), true);
    }

    /**
     * The differences between two versions.
     *
     * @param from null for the live version, or for the one before the newest where none is live
     * @param to null for the newest version
     */
    @Transactional
    public Comparison compare(String collection, String name, @Nullable Integer from, @Nullable Integer to) {
        var work = contentTypes.find(collection, name);
        int before = from == null ? (work.live == null ? Math.max(1, work.head - 1) : work.live) : from;
        int after = to == null ? work.head : to;
        return Comparison.of(Revision.required(work, before), Revision.required(work, after));
    }

    /** The steps that were taken with a document, the latest first. */
    @Transactional
    public List<AuditEntry> history(String collection, String name) {
        return audit.of(contentTypes.find(collection, name).id.toString());
    }

    /**
     * A live document, and the live documents that point to it.
     *
     * @param title as readers see it
     * @param name as readers know it, such as {@code topics/history}
     */
    public record LiveDocument(EditorialDocument document, String title, String name, List<String> referencedBy) {}

    /**
     * A document as it is live, with what would be in the way of its withdrawal.
     *
     * @throws org.ketaminecontent.http.Failure where readers do not see it
     */
    @Transactional
    public LiveDocument live(String collection, String name, String base) {
        var work = contentTypes.find(collection, name);
        if (work.live == null) {
            throw new ImpossibleStep(work, Step.WITHDRAW);
        }
        var live = Revision.required(work, work.live);
        var seen = collection + "/" + live.slug;
        return new LiveDocument(
                EditorialDocument.of(work, null, base),
                live.read(contentTypes.of(collection)).heading(),
                seen,
                referrers.to(List.of(seen), List.of()));
    }
}
