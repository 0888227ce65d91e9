package org.ketaminecontent.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.access.AuditTrail.Act;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.text.Slug;

/**
 * Writes drafts: the first of a new document, and the next version of one that there is. As every step of a document,
 * each is one transaction, which takes the locks in one order: what is live, then documents by id, then the audit trail.
 */
@ApplicationScoped
public class Drafts {

    private final ContentTypeLookup contentTypes;
    private final DraftChecker checker;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    Drafts(ContentTypeLookup contentTypes, DraftChecker checker, AuditTrail audit, DatabaseClock clock) {
        this.contentTypes = contentTypes;
        this.checker = checker;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks a draft against every rule as if it became live as it is, and keeps nothing of it. */
    @Transactional
    public DraftFindings validate(String collection, Draft draft) {
        var written = draft.read(contentTypes.of(collection));
        return DraftFindings.of(checker.findings(new Manuscript(collection, written.slug(), written.content())));
    }

    @Transactional
    public Work create(Actor actor, String collection, Draft draft) {
        var written = draft.read(contentTypes.of(collection));
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        refuseTaken(collection, written.slug(), id);
        var work = Work.begin(id, collection, written.slug());
        var now = clock.now();
        work.write(written.slug(), actor, now);
        work.persist();
        keep(work, written, actor, now, null, List.of());
        return work;
    }

    @Transactional
    public Work replace(Actor actor, StepTarget target, Draft draft) {
        var written = draft.read(contentTypes.of(target.collection()));
        var work = WorkLookup.locked(target);
        write(work, written, actor, List.of());
        return work;
    }

    /** Changes the members of the newest version that a merge patch names (RFC 7396). */
    @Transactional
    public Work patch(Actor actor, StepTarget target, JsonNode patch) {
        var contentType = contentTypes.of(target.collection());
        var work = WorkLookup.locked(target);
        var merged = MergePatch.apply(patch, Revision.head(work).draft());
        var written = JsonBodyReader.read(merged, Draft.class).read(contentType);
        write(work, written, actor, List.of());
        return work;
    }

    /** Makes an earlier version the newest one; it has to be approved like any other. */
    @Transactional
    public Work restore(Actor actor, StepTarget target, int number) {
        var contentType = contentTypes.of(target.collection());
        var work = WorkLookup.locked(target);
        var old = Revision.required(work, number);
        var note = "Restores revision " + number + ".";
        write(work, new ParsedDraft(old.slug, old.read(contentType), false, note), actor, old.authors);
        return work;
    }

    private void write(Work work, ParsedDraft written, Actor actor, List<String> moreAuthors) {
        refuseTaken(work.collection, written.slug(), work.id);
        var before = Revision.head(work);
        var now = clock.now();
        work.write(written.slug(), actor, now);
        keep(work, written, actor, now, before, moreAuthors);
    }

    /** @param moreAuthors everybody who wrote what it brings back */
    private void keep(
            Work work,
            ParsedDraft written,
            Actor actor,
            Instant now,
            @Nullable Revision before,
            List<String> moreAuthors) {
        var revision = Revision.of(work, work.head, written.slug(), written.content(), actor, now);
        revision.minor = written.minor();
        revision.note = written.note();
        if (before != null) {
            revision.basedOn = before.number;
        }
        Authorship.note(work, revision, before, moreAuthors);
        if (revision.minor) {
            MinorChange.require(work, revision, contentTypes.of(work.collection));
        }
        revision.persist();
        audit.add(
                actor,
                List.of(new Act(
                        before == null ? "create" : "edit",
                        work.id.toString(),
                        revision.number,
                        Map.of("document", work.key(), "minor", revision.minor),
                        before == null ? null : before.contentHash,
                        revision.contentHash)));
    }

    private static void refuseTaken(String collection, String slug, UUID id) {
        if (!Slug.isValid(slug)) {
            throw InvalidContent.at(
                    "/slug", List.of("must be lower-case letters and digits joined by hyphens, 80 at most"));
        }
        WorkLookup.findByName(collection, slug)
                .filter(other -> !other.id.equals(id))
                .ifPresent(other -> {
                    throw new Failure(ErrorCode.NAME_TAKEN, "'" + other.key() + "' names another document.");
                });
    }
}
