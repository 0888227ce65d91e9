package org.ketaminecontent.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;

/** A content pack that somebody sent in, and how far it is. */
@Entity
public class ImportJob extends PanacheEntityBase {

    @Id
    public UUID id;

    public String madeBy;
    public String madeByName;

    /** The person behind a key; the same as {@link #madeBy} where there is none. */
    public String owner;

    public Instant madeAt;

    @Enumerated(EnumType.STRING)
    public Mode mode;

    public boolean dryRun;

    @Enumerated(EnumType.STRING)
    public Progress state;

    /** Null once it is done with. */
    public byte @Nullable [] archive;

    /** {@link Items} as JSON. */
    public String progress;

    /** The number of attempts at the next step, and the time of the last one; counted before the work, so that a crash counts. */
    public int attempts;

    public @Nullable Instant triedAt;

    /** Decides if one document that cannot be published keeps the others from it. */
    @Schema(name = "ImportMode")
    public enum Mode {
        ATOMIC,
        PER_ITEM;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The progress of a job. */
    @Schema(name = "ImportState")
    public enum Progress {
        WAITING,
        RUNNING,
        DONE,
        REFUSED,
        CANCELLED;

        boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The outcome for each document.
     *
     * @param pending the names of those that are still to be done
     * @param later those that point to something that is not live yet
     * @param moved whether any document was done since the later ones were tried
     * @param oneByOne whether a step does one document only, since a step with several of them failed
     */
    record Items(List<String> pending, List<String> later, boolean moved, boolean oneByOne, List<Item> done) {

        static final Items NONE = new Items(List.of(), List.of(), false, false, List.of());

        int total() {
            return pending.size() + later.size() + done.size();
        }

        Items with(Item item) {
            var more = new ArrayList<>(done);
            more.add(item);
            return new Items(pending, later, moved, oneByOne, more);
        }

        Items oneAfterTheOther() {
            return new Items(pending, later, moved, true, done);
        }
    }

    /** The outcome for a document, or a mistake in a file. */
    @Schema(name = "ImportItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(description = "The document, such as `topics/history`; absent if the file cannot be read.")
            @Nullable
            String document,

            @Schema(description = "The file in the archive.") @Nullable
            String file,

            @Schema(description = "The line, from 1.") @Nullable
            Integer line,

            @Schema(
                    description =
                            "`published`, `unchanged`, `kept` (not live, `message` says why; where people have edited"
                                    + " the document, the file is in its history), `withdrawn` or `refused`. In a dry run, the"
                                    + " outcome that an import would have.")
            String outcome,

            @Schema(description = "The error, or the reason for which the document was kept.") @Nullable
            String message) {}

    static ImportJob of(UUID id, Actor actor, Mode mode, boolean dryRun, byte[] archive, Instant now) {
        var job = new ImportJob();
        job.id = id;
        job.madeBy = actor.id();
        job.madeByName = actor.name();
        job.owner = actor.owner();
        job.madeAt = now;
        job.mode = mode;
        job.dryRun = dryRun;
        job.state = Progress.WAITING;
        job.archive = archive;
        return job;
    }

    /** Those that are not done with and may be tried now, the oldest first. */
    static List<UUID> open() {
        return Panache.getSession()
                .createNativeQuery(
                        "select id from import_job where state in ('WAITING', 'RUNNING') and (attempts = 0"
                                + " or tried_at < clock_timestamp() - interval '10 seconds') order by made_at, id",
                        UUID.class)
                .getResultList();
    }

    /** As it is now, with nobody else changing it until the transaction ends. */
    static ImportJob lock(UUID id) {
        ImportJob job = findById(id);
        getEntityManager().refresh(job, LockModeType.PESSIMISTIC_WRITE);
        return job;
    }

    /** Counts that the next step is tried. */
    void attempt(Instant now) {
        attempts++;
        triedAt = now;
    }

    /** The step that was tried is done, or could not be tried. */
    void forgetAttempts() {
        attempts = 0;
        triedAt = null;
    }

    /** The person or key that sent it. */
    Actor actor() {
        return new Actor(madeBy, madeByName, Set.of(), owner, null, null);
    }

    void end(Progress how) {
        state = how;
        archive = null;
    }
}
