package org.ketaminecontent.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.pack.PackArchive;
import org.ketaminecontent.pack.PackSource;
import org.ketaminecontent.pack.PackSource.Examined;
import org.ketaminecontent.transfer.ImportJob.Item;
import org.ketaminecontent.transfer.ImportJob.Items;
import org.ketaminecontent.transfer.ImportJob.Progress;

/**
 * Takes content packs in, a step at a time. Each step is one transaction that also says how far the job is, so that
 * whoever comes next, after a crash or on another replica, goes on from there.
 */
@ApplicationScoped
class ImportJobs {

    static final String REFUSED = "refused";

    private final PackSource importer;
    private final ImportSteps steps;
    private final DatabaseClock clock;
    private final ObjectMapper mapper;
    private volatile @Nullable OfJob examined;

    ImportJobs(PackSource importer, ImportSteps steps, DatabaseClock clock, ObjectMapper mapper) {
        this.importer = importer;
        this.steps = steps;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** Takes in an archive that can be unpacked; what becomes of it is found out step by step. */
    @Transactional
    ImportJob begin(Actor actor, byte[] archive, ImportJob.Mode mode, boolean dryRun) {
        try {
            PackArchive.unpack(archive).close();
            var now = clock.now();
            UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
            var job = ImportJob.of(id, actor, mode, dryRun, archive, now);
            keep(job, Items.NONE);
            job.persist();
            return job;
        } catch (PackArchive.Unreadable e) {
            throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail("", "the body " + e.getMessage())));
        }
    }

    ImportJob find(String id) {
        try {
            return ImportJob.<ImportJob>findByIdOptional(UUID.fromString(id)).orElseThrow(ImportJobs::none);
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private static Failure none() {
        return new Failure(ErrorCode.NOT_FOUND, "There is no import of this id.");
    }

    /** Ends a job before it is done. What it has made live stays live. */
    @Transactional
    ImportJob cancel(String id) {
        var job = ImportJob.lock(find(id).id);
        if (!job.state.isOpen()) {
            throw new Failure(
                    ErrorCode.IMPOSSIBLE_STEP, "The import is " + job.state.text() + ": there is nothing to cancel.");
        }
        job.end(Progress.CANCELLED);
        return job;
    }

    /** Does one step of a job, in the transaction that is under way. */
    void step(UUID id) {
        ImportJob job = ImportJob.findById(id);
        var archive = job.archive;
        if (!job.state.isOpen() || archive == null) {
            return;
        }
        var present = examined(id, archive);
        var next = job.state == Progress.WAITING ? steps.first(job, present) : steps.next(job, items(job), present);
        // Somebody may have cancelled it meanwhile: then nothing of this step has been.
        var now = ImportJob.lock(id);
        if (!now.state.isOpen()) {
            QuarkusTransaction.setRollbackOnly();
            return;
        }
        keep(now, next.items());
        now.forgetAttempts();
        if (next.state().isOpen()) {
            now.state = next.state();
        } else {
            end(now, next.state());
        }
    }

    /** Takes one document after the other where a step with several failed; refuses what still fails. */
    void fail(ImportJob job, String why) {
        var items = items(job);
        if (items.pending().size() > 1 && !items.oneByOne() && job.attempts <= 1) {
            keep(job, items.oneAfterTheOther());
            job.forgetAttempts();
        } else {
            refuse(job, why);
        }
    }

    /** Refuses what cannot be done, and says why: the next document, where each is taken for itself, or the whole job. */
    void refuse(ImportJob job, String why) {
        var items = items(job);
        if (items.pending().isEmpty()) {
            keep(job, items.with(new Item(null, null, null, REFUSED, why)));
            end(job, Progress.REFUSED);
        } else {
            var pending = new ArrayList<>(items.pending());
            var document = pending.remove(0);
            keep(
                    job,
                    new Items(pending, items.later(), items.moved(), items.oneByOne(), items.done())
                            .with(new Item(document, null, null, REFUSED, why)));
            job.forgetAttempts();
        }
    }

    private void end(ImportJob job, Progress how) {
        job.end(how);
        examined = null;
    }

    /** Once for all steps of a job: it takes longer than any of them. */
    private Examined examined(UUID id, byte[] archive) {
        var present = examined;
        if (present == null || !present.id().equals(id)) {
            try (var unpacked = PackArchive.unpack(archive)) {
                present = new OfJob(id, importer.examine(unpacked.folder(), importer.rules()));
                examined = present;
            } catch (PackArchive.Unreadable e) {
                throw new Failure(ErrorCode.INVALID_CONTENT, "The archive " + e.getMessage() + ".");
            }
        }
        return present.examined();
    }

    private record OfJob(UUID id, Examined examined) {}

    Items items(ImportJob job) {
        try {
            return mapper.readValue(job.progress, Items.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(ImportJob job, Items items) {
        try {
            job.progress = mapper.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
