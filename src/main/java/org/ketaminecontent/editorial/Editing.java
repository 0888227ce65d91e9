package org.ketaminecontent.editorial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditEntry;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.http.ETags;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.manuscript.Manuscript;

/** What editors do, for the pages on which they do it: the same as by the API, with the same refusals. */
@ApplicationScoped
public class Editing {

    private static final int DUE_SOON_DAYS = 30;

    private final Desk drafts;
    private final ContentTypes contentTypes;
    private final WorkList list;
    private final Previews previews;
    private final Referrers pointers;
    private final AuditTrail trail;
    private final DatabaseClock clock;

    Editing(
            Desk drafts,
            ContentTypes contentTypes,
            WorkList list,
            Previews previews,
            Referrers pointers,
            AuditTrail trail,
            DatabaseClock clock) {
        this.drafts = drafts;
        this.contentTypes = contentTypes;
        this.list = list;
        this.previews = previews;
        this.pointers = pointers;
        this.trail = trail;
        this.clock = clock;
    }

    /** A page of documents, the last worked on first; of all collections where none is named. */
    @Transactional
    public EditorialList list(@Nullable String collection, WorkQuery query, String base) {
        return list.page(collection, query, base);
    }

    /** Live documents whose review is due within thirty days, or overdue. */
    @Transactional
    public List<EditorialDocument> due(String base) {
        var today = clock.today();
        return Work.dueUntil(today.plusDays(DUE_SOON_DAYS)).stream()
                .map(work -> EditorialDocument.of(work, null, base))
                .toList();
    }

    /** A document with the version that is worked on. */
    @Transactional
    public EditorialDocument read(String collection, String name, String base) {
        var work = WorkLookup.find(contentType(collection).collection(), name);
        return EditorialDocument.of(work, Revision.head(work), base);
    }

    @Transactional
    public Versions versions(String collection, String name) {
        return Versions.latest(WorkLookup.find(collection, name));
    }

    @Transactional
    public EditorialDocument.Version version(String collection, String name, int revision) {
        return EditorialDocument.Version.of(Desk.revision(WorkLookup.find(collection, name), revision), true);
    }

    @Transactional
    public Comparison compare(String collection, String name, int from, int to) {
        var work = WorkLookup.find(collection, name);
        return Comparison.of(Desk.revision(work, from), Desk.revision(work, to));
    }

    /** What was done to a document, the latest first. */
    @Transactional
    public List<AuditEntry> history(String collection, String name) {
        return trail.of(WorkLookup.find(collection, name).id.toString());
    }

    /** What is wrong with a draft. */
    @Transactional
    public DraftFindings findings(String collection, ObjectNode draft) {
        var written = JsonBodyReader.read(draft, Draft.class).read(contentType(collection));
        return DraftFindings.of(drafts.findings(new Manuscript(collection, written.slug(), written.content())));
    }

    @Transactional
    public EditorialDocument create(Actor actor, String collection, ObjectNode draft, String base) {
        var written = JsonBodyReader.read(draft, Draft.class).read(contentType(collection));
        return shown(drafts.create(actor, collection, written), base);
    }

    @Transactional
    public EditorialDocument replace(Actor actor, Place place, ObjectNode draft, String base) {
        var written = JsonBodyReader.read(draft, Draft.class).read(contentType(place.collection()));
        return shown(drafts.replace(actor, place.target(), written), base);
    }

    /**
     * A version of a document that a step is meant for.
     *
     * @param etag as the document came with it
     */
    public record Place(String collection, String name, String etag) {

        Desk.Target target() {
            return new Desk.Target(collection, name, ETags.required(etag));
        }
    }

    @Transactional
    public EditorialDocument restore(Actor actor, Place place, int revision, String base) {
        return shown(drafts.restore(actor, place.target(), revision), base);
    }

    @Transactional
    public EditorialDocument submit(Actor actor, Place place, String base) {
        return shown(drafts.submit(actor, place.target()), base);
    }

    @Transactional
    public EditorialDocument approve(Actor actor, Place place, SignOff signOff, String base) {
        return shown(drafts.approve(actor, place.target(), signOff), base);
    }

    @Transactional
    public EditorialDocument reject(Actor actor, Place place, String reason, String base) {
        return shown(drafts.reject(actor, place.target(), StepRequests.text("/reason", reason)), base);
    }

    @Transactional
    public EditorialDocument publish(Actor actor, Place place, PublishRequest publishing, String base) {
        publishing.check("");
        return shown(drafts.publish(actor, place.target(), publishing), base);
    }

    @Transactional
    public EditorialDocument withdraw(
            Actor actor, Place place, String reason, @Nullable String successor, String base) {
        var leaving = new Desk.Leaving(place.target(), StepRequests.text("/reason", reason), successor);
        return shown(drafts.withdraw(actor, leaving), base);
    }

    /**
     * A live document before it is taken back.
     *
     * @param title as readers see it
     * @param name as readers know it, such as {@code topics/history}
     * @param referencedBy the live documents that point to it
     */
    public record Leaving(EditorialDocument document, String title, String name, List<String> referencedBy) {}

    /**
     * What would vanish with a document, and what is in the way.
     *
     * @throws Failure where readers do not see it
     */
    @Transactional
    public Leaving leaving(String collection, String name, String base) {
        var work = WorkLookup.find(contentType(collection).collection(), name);
        if (work.live == null) {
            throw new ImpossibleStep(work, Step.WITHDRAW);
        }
        var live = Desk.revision(work, work.live);
        var seen = collection + "/" + live.slug;
        return new Leaving(
                EditorialDocument.of(work, null, base),
                live.read(contentType(collection)).heading(),
                seen,
                pointers.to(List.of(seen), List.of()));
    }

    @Transactional
    public EditorialDocument unschedule(Actor actor, Place place, String base) {
        return shown(drafts.unschedule(actor, place.target()), base);
    }

    /** A token to see a version with. */
    @Transactional
    public Previews.Preview preview(Actor actor, String collection, String name, int revision, String base) {
        return previews.make(actor, WorkLookup.find(collection, name), new StepRequests.Previewing(revision, 1), base);
    }

    /**
     * A kind of content.
     *
     * @throws Failure where there is none
     */
    public ContentType<Entry, org.ketaminecontent.content.Content> contentType(String collection) {
        return contentTypes
                .of(collection)
                .orElseThrow(() -> new Failure(ErrorCode.NOT_FOUND, "There is no collection '" + collection + "'."));
    }

    /** The names of the collections. */
    public List<String> collections() {
        return contentTypes.inOrder().stream()
                .map(ContentType::collection)
                .sorted()
                .toList();
    }

    private static EditorialDocument shown(Work work, String base) {
        return EditorialDocument.of(work, Revision.head(work), base);
    }
}
