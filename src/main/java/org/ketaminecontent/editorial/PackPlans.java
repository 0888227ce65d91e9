package org.ketaminecontent.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.editorial.PackOutcome.Outcome;
import org.ketaminecontent.editorial.PackPlan.Entry;
import org.ketaminecontent.manuscript.LinkCheck;
import org.ketaminecontent.manuscript.Manuscript;

/** Decides what a pack does to what is there, and leaves alone what people have worked on. */
@ApplicationScoped
class PackPlans {

    private static final String EDITED = "people have worked on it here";
    private static final String IMPORTED = "an import changed it here";

    private final ContentTypes contentTypes;
    private final DraftChecker checker;
    private final Referrers referrers;

    PackPlans(ContentTypes contentTypes, DraftChecker checker, Referrers referrers) {
        this.contentTypes = contentTypes;
        this.checker = checker;
        this.referrers = referrers;
    }

    /** A whole pack, which takes back what it does not hold. */
    PackPlan of(List<Manuscript> manuscripts, Actor sender) {
        var works = PackWorkMatcher.of(manuscripts, sender);
        var taken = new ArrayList<Entry>();
        var kept = new ArrayList<Entry>();
        manuscripts.forEach(each -> sort(works, each, sender, taken, kept));
        var leaving = leaving(works, taken);
        keepWhatLeadsNowhere(works, taken, kept, leaving);
        return new PackPlan(taken, kept, leaving);
    }

    /** One manuscript of a pack, alone. */
    PackPlan of(Manuscript manuscript, List<Manuscript> pack, Actor sender) {
        var taken = new ArrayList<Entry>();
        var kept = new ArrayList<Entry>();
        sort(PackWorkMatcher.of(pack, sender), manuscript, sender, taken, kept);
        return new PackPlan(taken, kept, List.of());
    }

    private static void sort(
            PackWorkMatcher works, Manuscript manuscript, Actor sender, List<Entry> taken, List<Entry> kept) {
        var work = works.find(manuscript).orElse(null);
        var entry = new Entry(manuscript, work, null);
        var reserving = works.reserving(manuscript);
        if (work != null && work.isLeftAloneBy(sender)) {
            kept.add(entry.keptBecause(work.edited ? EDITED : IMPORTED));
        } else if (reserving.isPresent()) {
            kept.add(entry.keptBecause("another document that readers do not see has its name here"));
        } else {
            taken.add(entry);
        }
    }

    /** The outcome for each document, withdrawn ones included, before it is done. */
    List<PackOutcome> items(PackPlan plan) {
        var items = new ArrayList<PackOutcome>();
        plan.taken().forEach(each -> items.add(item(each, Outcome.PUBLISHED)));
        plan.kept().forEach(each -> items.add(item(each, Outcome.KEPT)));
        plan.leaving().forEach(work -> items.add(new PackOutcome(work.key(), Outcome.WITHDRAWN, null)));
        return items;
    }

    private PackOutcome item(Entry entry, Outcome outcome) {
        var name = entry.manuscript().key();
        return isThere(entry)
                ? new PackOutcome(name, Outcome.UNCHANGED, null)
                : new PackOutcome(name, outcome, entry.reason());
    }

    /** Tells if readers see it already, or people work on just that. */
    private boolean isThere(Entry entry) {
        var work = entry.work();
        if (work == null || !work.isLive()) {
            return false;
        }
        var live = Exports.manuscript(work, contentTypes.of(work.collection).orElseThrow());
        return Revision.isSame(live, entry.manuscript()) || Revision.head(work).says(entry.manuscript());
    }

    /** The documents that the pack does not hold, and that nothing left alone points to. */
    private List<Work> leaving(PackWorkMatcher works, List<Entry> taken) {
        var leaving = new ArrayList<>(works.absent());
        if (works.isAnyLeftAlone()) {
            var replaced = taken.stream().map(each -> each.manuscript().key()).toList();
            leaving.removeIf(work -> !referrers
                    .to(
                            List.of(work.key()),
                            Stream.concat(replaced.stream(), leaving.stream().map(Work::key))
                                    .toList())
                    .isEmpty());
        }
        return leaving;
    }

    /** A version may point to what people have taken back, or what is kept itself; it waits until they decide. */
    private void keepWhatLeadsNowhere(PackWorkMatcher works, List<Entry> taken, List<Entry> kept, List<Work> leaving) {
        if (kept.isEmpty() && !works.isAnyLeftAlone()) {
            return;
        }
        Set<Entry> astray;
        do {
            var names = checker.liveNames();
            leaving.forEach(work -> names.remove(work.key()));
            var check = new LinkCheck(taken.stream().map(Entry::manuscript).toList(), names);
            astray = taken.stream()
                    .filter(each -> !check.leadsSomewhere(each.manuscript()))
                    .collect(Collectors.toSet());
            taken.removeAll(astray);
            astray.forEach(each -> kept.add(each.keptBecause("it points to what is not live here")));
        } while (!astray.isEmpty());
    }
}
