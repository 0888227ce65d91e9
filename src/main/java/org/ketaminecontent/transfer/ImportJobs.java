package org.ketaminecontent.transfer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.editorial.PackOutcome;
import org.ketaminecontent.editorial.PackPublisher;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.manuscript.Finding;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.pack.PackArchive;
import org.ketaminecontent.pack.PackError;
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

    private static final String REFUSED = "refused";

    /** Other editors wait for the end of a step, so it takes few documents. */
    private static final int DOCUMENTS_IN_A_STEP = 20;

    private final PackSource importer;
    private final PackPublisher packPublisher;
    private final DatabaseClock clock;
    private final ObjectMapper mapper;
    private volatile @Nullable OfJob examined;

    ImportJobs(PackSource importer, PackPublisher packPublisher, DatabaseClock clock, ObjectMapper mapper) {
        this.importer = importer;
        this.packPublisher = packPublisher;
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
        var next = job.state == Progress.WAITING ? begin(job, present) : next(job, present);
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

    /** The progress of a job after a step. */
    private record Next(Progress state, Items items) {

        static Next ended(Progress state, List<Item> done) {
            return new Next(state, new Items(List.of(), List.of(), false, false, done));
        }
    }

    private Next begin(ImportJob job, Examined pack) {
        var items =
                new ArrayList<>(pack.errors().stream().map(ImportJobs::refused).toList());
        boolean atomic = job.mode == ImportJob.Mode.ATOMIC;
        if (atomic && !items.isEmpty()) {
            return Next.ended(Progress.REFUSED, items);
        }
        var sound = pack.sound();
        if (!atomic && !job.dryRun) {
            var pending = sound.manuscripts().stream().map(Manuscript::key).toList();
            return new Next(Progress.RUNNING, new Items(pending, List.of(), false, false, items));
        }
        var outcomes =
                job.dryRun ? packPublisher.foresee(sound, job.actor()) : packPublisher.publish(sound, job.actor());
        outcomes.stream()
                .filter(each -> atomic || each.outcome() != PackOutcome.Outcome.WITHDRAWN)
                .forEach(each -> items.add(item(pack, each)));
        return Next.ended(Progress.DONE, items);
    }

    private Next next(ImportJob job, Examined examined) {
        var byName =
                examined.sound().manuscripts().stream().collect(Collectors.toMap(Manuscript::key, Function.identity()));
        var items = items(job);
        if (job.attempts > 1) {
            items = items.oneAfterTheOther();
        }
        var next = new Next(Progress.RUNNING, items);
        int documents = items.oneByOne() ? 1 : DOCUMENTS_IN_A_STEP;
        for (int i = 0; i < documents && next.state().isOpen(); i++) {
            next = next(next.items(), examined, byName, job.actor());
        }
        return next;
    }

    /** Publishes the next document; those that point to others which are not live yet are tried again after them. */
    private Next next(Items items, Examined examined, Map<String, Manuscript> byName, Actor sender) {
        if (items.pending().isEmpty() && items.later().isEmpty()) {
            return new Next(Progress.DONE, items);
        }
        var pending = new ArrayList<>(items.pending());
        var later = new ArrayList<>(items.later());
        var done = new ArrayList<>(items.done());
        boolean moved = items.moved();
        if (!pending.isEmpty()) {
            var manuscript = requireNonNull(byName.get(pending.remove(0)));
            var outcome = packPublisher.publish(manuscript, examined.sound(), sender);
            outcome.ifPresentOrElse(each -> done.add(item(examined, each)), () -> later.add(manuscript.key()));
            moved |= outcome.filter(each -> each.outcome() == PackOutcome.Outcome.PUBLISHED)
                    .isPresent();
        }
        if (pending.isEmpty()) {
            if (moved) {
                pending.addAll(later);
            } else {
                later.forEach(name -> done.addAll(refused(examined, requireNonNull(byName.get(name)), sender)));
            }
            later.clear();
            moved = false;
        }
        return new Next(Progress.RUNNING, new Items(pending, later, moved, items.oneByOne(), done));
    }

    private List<Item> refused(Examined examined, Manuscript manuscript, Actor sender) {
        return Finding.refusing(packPublisher.findings(manuscript, examined.sound(), sender)).stream()
                .map(Finding::message)
                .map(message -> new Item(manuscript.key(), examined.pack().file(manuscript), null, REFUSED, message))
                .toList();
    }

    private static Item refused(PackError error) {
        return new Item(null, error.file(), error.line(), REFUSED, error.message());
    }

    private static Item item(Examined examined, PackOutcome item) {
        var file = examined.pack().file(item.document()).orElse(null);
        return new Item(item.document(), file, null, item.outcome().name().toLowerCase(Locale.ROOT), item.reason());
    }

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
