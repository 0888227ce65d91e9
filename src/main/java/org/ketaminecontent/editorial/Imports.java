package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.editorial.ImportJob.Item;
import org.ketaminecontent.editorial.ImportJob.Items;
import org.ketaminecontent.editorial.ImportJob.Progress;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.SentJson;
import org.ketaminecontent.pack.PackArchive;
import org.ketaminecontent.pack.PackError;
import org.ketaminecontent.pack.PackImporter;
import org.ketaminecontent.pack.PackImporter.Examined;
import org.ketaminecontent.publishing.Finding;
import org.ketaminecontent.publishing.Manuscript;
import org.ketaminecontent.publishing.Patience;

/**
 * Takes content packs in, a step at a time. Each step is one transaction that also says how far the job is, so that
 * whoever comes next, after a crash or on another replica, goes on from there.
 */
@ApplicationScoped
class Imports {

    private static final String REFUSED = "refused";

    private final PackImporter importer;
    private final Intake intake;
    private final Checker checker;
    private final ObjectMapper mapper;
    private volatile @Nullable OfJob examined;

    Imports(PackImporter importer, Intake intake, Checker checker, ObjectMapper mapper) {
        this.importer = importer;
        this.intake = intake;
        this.checker = checker;
        this.mapper = mapper;
    }

    /** Takes an archive in; what becomes of it is found out step by step. */
    @Transactional
    ImportJob begin(Actor actor, byte[] archive, ImportJob.Mode mode, boolean dryRun) {
        try (var unpacked = PackArchive.unpack(archive)) {
            var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
            var job = ImportJob.of(id, actor, mode, dryRun, archive, now);
            keep(job, Items.NONE);
            job.persist();
            return job;
        } catch (PackArchive.Unreadable e) {
            throw SentJson.invalid(List.of(SentJson.detail("", "the body " + e.getMessage())));
        }
    }

    ImportJob find(String id) {
        try {
            return ImportJob.<ImportJob>findByIdOptional(UUID.fromString(id)).orElseThrow(Imports::none);
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private static Failure none() {
        return new Failure(ErrorCode.NOT_FOUND, "There is no import of this id.");
    }

    /** Does one step of the oldest job, and says whether there was one. */
    boolean step() {
        return Patience.with(
                () -> QuarkusTransaction.requiringNew().timeout(600).call(() -> {
                    var next = ImportJob.next();
                    next.ifPresent(this::step);
                    return next.isPresent();
                }));
    }

    private void step(ImportJob job) {
        var archive = job.archive;
        if (archive == null) {
            job.end(Progress.DONE);
            return;
        }
        var present = examined(job.id, archive);
        if (job.state == Progress.WAITING) {
            begin(job, present);
        } else {
            next(job, present);
        }
    }

    /** Once for all steps of a job: it takes longer than any of them. */
    private Examined examined(UUID id, byte[] archive) {
        var present = examined;
        if (present == null || !present.id().equals(id)) {
            try (var unpacked = PackArchive.unpack(archive)) {
                present = new OfJob(id, importer.examine(unpacked.folder(), importer.bannedPhrases()));
                examined = present;
            } catch (PackArchive.Unreadable e) {
                throw new IllegalStateException("it was unpacked before", e);
            }
        }
        return present.examined();
    }

    private record OfJob(UUID id, Examined examined) {}

    private void begin(ImportJob job, Examined pack) {
        var errors = pack.errors().stream().map(Imports::refused).toList();
        boolean atomic = job.mode == ImportJob.Mode.ATOMIC;
        if (atomic && !errors.isEmpty()) {
            keep(job, new Items(List.of(), List.of(), false, errors));
            job.end(Progress.REFUSED);
            return;
        }
        var sound = pack.pack().manuscripts().stream()
                .filter(each -> !pack.faulty().contains(each))
                .toList();
        if (job.dryRun) {
            var items = new ArrayList<>(errors);
            sound.forEach(each -> items.add(item(pack, each, text(intake.foresee(each)))));
            if (atomic) {
                intake.foreseeLeaving(pack.pack()).forEach(name -> items.add(withdrawn(name)));
            }
            keep(job, new Items(List.of(), List.of(), false, items));
            job.end(Progress.DONE);
        } else if (atomic) {
            var items = new ArrayList<Item>();
            sound.forEach(each -> items.add(item(pack, each, text(intake.foresee(each)))));
            intake.foreseeLeaving(pack.pack()).forEach(name -> items.add(withdrawn(name)));
            intake.publish(pack.pack(), job.actor());
            keep(job, new Items(List.of(), List.of(), false, items));
            job.end(Progress.DONE);
        } else {
            var pending = sound.stream().map(Manuscript::key).toList();
            keep(job, new Items(pending, List.of(), false, errors));
            job.state = Progress.RUNNING;
        }
    }

    /** Publishes the next document; those that point to others which are not live yet are tried again after them. */
    private void next(ImportJob job, Examined pack) {
        var items = items(job);
        if (items.pending().isEmpty()) {
            job.end(Progress.DONE);
            examined = null;
            return;
        }
        var byName = pack.pack().manuscripts().stream().collect(Collectors.toMap(Manuscript::key, Function.identity()));
        var pending = new ArrayList<>(items.pending());
        var later = new ArrayList<>(items.later());
        var done = new ArrayList<>(items.done());
        boolean moved = items.moved();
        var manuscript = requireNonNull(byName.get(pending.remove(0)));
        boolean changes = intake.foresee(manuscript) == Intake.Outcome.PUBLISHED;
        if (!changes || checker.findings(manuscript).isEmpty()) {
            done.add(item(pack, manuscript, text(intake.publish(manuscript, job.actor()))));
            moved |= changes;
        } else {
            later.add(manuscript.key());
        }
        if (pending.isEmpty()) {
            if (moved) {
                pending.addAll(later);
            } else {
                later.forEach(name -> done.addAll(refused(pack, requireNonNull(byName.get(name)))));
            }
            later.clear();
            moved = false;
        }
        keep(job, new Items(pending, later, moved, done));
    }

    private List<Item> refused(Examined examined, Manuscript manuscript) {
        return checker.findings(manuscript).stream()
                .map(Finding::message)
                .map(message -> new Item(manuscript.key(), examined.pack().file(manuscript), null, REFUSED, message))
                .toList();
    }

    private static Item refused(PackError error) {
        return new Item(null, error.file(), error.line(), REFUSED, error.message());
    }

    private static Item withdrawn(String name) {
        return new Item(name, null, null, "withdrawn", null);
    }

    private static Item item(Examined examined, Manuscript manuscript, String outcome) {
        return new Item(manuscript.key(), examined.pack().file(manuscript), null, outcome, null);
    }

    private static String text(Intake.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
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
