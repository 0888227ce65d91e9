package org.ketaminecontent.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ketaminecontent.live.Change;
import org.ketaminecontent.live.ChangeAction;
import org.ketaminecontent.live.Corrections;

/** Numbers and stores the changes of one publication, which all have the same time. */
final class ChangeLog {

    private final Instant now;
    private final Set<String> keys = new HashSet<>();
    private final Map<UUID, Long> publications = new HashMap<>();
    private final List<Publisher.Step> steps = new ArrayList<>();
    private long lastNumber = Change.latest();

    ChangeLog(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    long lastNumber() {
        return lastNumber;
    }

    /** The names of the documents and collections that changed. */
    Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** The changes, in order. */
    List<Publisher.Step> steps() {
        return List.copyOf(steps);
    }

    /** The number of the change that published a document in this run. */
    Optional<Long> publication(UUID entryId) {
        return Optional.ofNullable(publications.get(entryId));
    }

    /** Records which fields of a published document differ from the version before. */
    void changed(UUID entryId, List<String> fields) {
        publication(entryId).ifPresent(number -> Change.<Change>findById(number).changedFields = fields);
    }

    /** Records that a schedule withdrew a document. */
    void expired(long number) {
        Change.<Change>findById(number).expired = true;
    }

    /** Marks the list of corrections as changed. */
    void corrected() {
        keys.add(Corrections.NAME);
    }

    /** Stores a change, and returns its number. */
    long add(ChangeAction action, String document, UUID entryId, int version) {
        var slash = document.indexOf('/');
        var change = new Change();
        change.number = ++lastNumber;
        change.document = document;
        change.collection = document.substring(0, slash);
        change.slug = document.substring(slash + 1);
        change.entryId = entryId;
        change.action = action;
        change.version = version;
        change.at = now;
        change.persist();
        keys.addAll(change.keys());
        steps.add(new Publisher.Step(action, document, version, lastNumber));
        if (action == ChangeAction.PUBLISHED) {
            publications.put(entryId, lastNumber);
        }
        return lastNumber;
    }
}
