package org.ketaminecontent.transfer;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.editorial.PackOutcome;
import org.ketaminecontent.editorial.PackPublisher;
import org.ketaminecontent.manuscript.Finding;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.pack.PackError;
import org.ketaminecontent.pack.PackSource.Examined;
import org.ketaminecontent.transfer.ImportJob.Item;
import org.ketaminecontent.transfer.ImportJob.Items;
import org.ketaminecontent.transfer.ImportJob.Progress;

/** The steps of an import: publishes the documents of a pack, and finds what is left for the next step. */
@ApplicationScoped
class ImportSteps {

    /** Other editors wait for the end of a step, so it takes few documents. */
    private static final int DOCUMENTS_IN_A_STEP = 20;

    private final PackPublisher packPublisher;

    ImportSteps(PackPublisher packPublisher) {
        this.packPublisher = packPublisher;
    }

    /** The progress of a job after a step. */
    record Next(Progress state, Items items) {

        static Next ended(Progress state, List<Item> done) {
            return new Next(state, new Items(List.of(), List.of(), false, false, done));
        }
    }

    /** The first step: refuses a pack with errors, or publishes it at once, unless each document is taken for itself. */
    Next first(ImportJob job, Examined pack) {
        var items =
                new ArrayList<>(pack.errors().stream().map(ImportSteps::refused).toList());
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

    /** A further step: publishes the next few documents. */
    Next next(ImportJob job, Items before, Examined examined) {
        var byName =
                examined.sound().manuscripts().stream().collect(Collectors.toMap(Manuscript::key, Function.identity()));
        var items = job.attempts > 1 ? before.oneAfterTheOther() : before;
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
                .map(message ->
                        new Item(manuscript.key(), examined.pack().file(manuscript), null, ImportJobs.REFUSED, message))
                .toList();
    }

    private static Item refused(PackError error) {
        return new Item(null, error.file(), error.line(), ImportJobs.REFUSED, error.message());
    }

    private static Item item(Examined examined, PackOutcome item) {
        var file = examined.pack().file(item.document()).orElse(null);
        return new Item(item.document(), file, null, item.outcome().name().toLowerCase(Locale.ROOT), item.reason());
    }
}
