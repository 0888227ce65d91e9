package org.ketaminecontent.editorial;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;

/**
 * A document as its editors know it: where its newest version stands, and which version is live. Every step goes through
 * here, and either succeeds or changes nothing.
 */
@Entity
public class Work extends PanacheEntityBase {

    /** The document's id for life, the same that readers see. */
    @Id
    public UUID id;

    public String collection;

    /** The name of the newest version. */
    public String slug;

    @Enumerated(EnumType.STRING)
    public State state;

    /** The number of the revision that is worked on. */
    public int head;

    /** The number of the revision that readers see; null where they see none. */
    public @Nullable Integer live;

    /** How many revisions there are. */
    public int revisions;

    /** Counts steps. */
    public long tag;

    /** Whether people have worked on it, so that the pack leaves it alone. */
    public boolean edited;

    public Instant updatedAt;
    public String updatedBy;
    public String updatedByName;

    /** Why it was rejected last; null where it was not since it was last written. */
    public @Nullable String rejection;

    /** When the version that readers see is to be reviewed again; null where nobody reviewed it. */
    public @Nullable LocalDate reviewDue;

    public @Nullable Instant publishAt;
    public @Nullable Instant withdrawAt;
    public @Nullable String withdrawReason;
    public @Nullable String successor;

    /** A new document that nobody has worked on yet. */
    static Work begin(UUID id, String collection, String slug) {
        var work = new Work();
        work.id = id;
        work.collection = collection;
        work.slug = slug;
        work.state = State.DRAFT;
        work.head = 0;
        work.revisions = 0;
        work.tag = 0;
        return work;
    }

    static Optional<Work> findByName(String collection, String slug) {
        return find("collection = ?1 and slug = ?2", collection, slug).firstResultOptional();
    }

    /** With nobody else working on it until the transaction ends, as it is once they are done. */
    static Work lock(UUID id) {
        Work work = findById(id);
        getEntityManager().refresh(work, LockModeType.PESSIMISTIC_WRITE);
        return work;
    }

    /** Everything that readers see. */
    static List<Work> live() {
        return list("live is not null order by collection, slug");
    }

    /** What is to become live or to be taken back by now, by id. */
    static List<UUID> due(Instant now) {
        return find("select id from Work where publishAt <= ?1 or withdrawAt <= ?1 order by id", now)
                .project(UUID.class)
                .list();
    }

    boolean isToBePublished(Instant now) {
        return publishAt != null && !publishAt.isAfter(now);
    }

    boolean isToBeWithdrawn(Instant now) {
        return withdrawAt != null && !withdrawAt.isAfter(now);
    }

    /** What readers see and somebody should review again by this day, the most urgent first. */
    static List<Work> dueUntil(LocalDate day) {
        return list("reviewDue is not null and live is not null and reviewDue <= ?1 order by reviewDue, slug", day);
    }

    boolean isOverdueOn(LocalDate today) {
        return reviewDue != null && reviewDue.isBefore(today);
    }

    /** Its name, such as {@code topics/history}. */
    String key() {
        return collection + "/" + slug;
    }

    boolean isLive() {
        return live != null;
    }

    /** What can be done with it now. */
    List<Step> allowed() {
        var steps = new ArrayList<>(state.steps());
        if (isLive()) {
            steps.add(Step.WITHDRAW);
            if (!steps.contains(Step.SCHEDULE)) {
                steps.add(Step.SCHEDULE);
            }
            if (withdrawAt != null && !steps.contains(Step.UNSCHEDULE)) {
                steps.add(Step.UNSCHEDULE);
            }
        }
        return steps;
    }

    private void require(Step step) {
        if (!allowed().contains(step)) {
            throw new ImpossibleStep(this, step);
        }
    }

    private void mark(Actor actor, Instant now) {
        tag++;
        updatedAt = now;
        updatedBy = actor.id();
        updatedByName = actor.name();
        edited = edited || actor != Actor.PACK;
    }

    /** Takes a new version, which has to be approved anew. It gets the number {@link #head}. */
    void write(String newSlug, Actor actor, Instant now) {
        require(Step.EDIT);
        slug = newSlug;
        head = ++revisions;
        state = State.DRAFT;
        rejection = null;
        mark(actor, now);
    }

    /** Keeps a version that nobody is to work on. It gets the number {@link #revisions}. */
    void file() {
        revisions++;
    }

    void submit(Actor actor, Instant now) {
        require(Step.SUBMIT);
        state = State.IN_REVIEW;
        mark(actor, now);
    }

    /**
     * Takes a reviewer's word for the newest version.
     *
     * @param authors everybody who wrote a part of it
     * @throws OwnWork if the reviewer is one of them
     */
    void approve(Actor reviewer, Set<String> authors, Instant now) {
        require(Step.APPROVE);
        if (reviewer.isAmong(authors)) {
            throw new OwnWork();
        }
        state = State.APPROVED;
        rejection = null;
        mark(reviewer, now);
    }

    void reject(Actor reviewer, String reason, Instant now) {
        require(Step.REJECT);
        state = State.DRAFT;
        rejection = reason;
        mark(reviewer, now);
    }

    void publish(Actor publisher, Instant now) {
        require(Step.PUBLISH);
        becomeLive(publisher, now);
    }

    /** The pack's own versions become live as they come. */
    void publishFromPack(Actor actor, Instant now) {
        becomeLive(actor, now);
    }

    private void becomeLive(Actor publisher, Instant now) {
        state = State.PUBLISHED;
        live = head;
        publishAt = null;
        mark(publisher, now);
    }

    void schedulePublication(Instant at, Actor publisher, Instant now) {
        require(Step.SCHEDULE);
        if (state != State.APPROVED) {
            throw new ImpossibleStep(this, Step.PUBLISH);
        }
        state = State.SCHEDULED;
        publishAt = at;
        mark(publisher, now);
    }

    void scheduleWithdrawal(Instant at, String reason, @Nullable String replacement, Actor publisher, Instant now) {
        require(Step.WITHDRAW);
        withdrawAt = at;
        withdrawReason = reason;
        successor = replacement;
        mark(publisher, now);
    }

    /** What was scheduled cannot be done; somebody has to look. */
    void giveUp(String why, Instant now) {
        unschedule(Actor.SYSTEM, now);
        rejection = why;
    }

    void unschedule(Actor publisher, Instant now) {
        require(Step.UNSCHEDULE);
        if (state == State.SCHEDULED) {
            state = State.APPROVED;
            publishAt = null;
        }
        withdrawAt = null;
        withdrawReason = null;
        successor = null;
        mark(publisher, now);
    }

    /** Takes it back. Work on a newer version goes on from where it is. */
    void withdraw(String reason, @Nullable String replacement, Actor publisher, Instant now) {
        require(Step.WITHDRAW);
        live = null;
        if (state == State.PUBLISHED) {
            state = State.WITHDRAWN;
        }
        withdrawAt = null;
        withdrawReason = reason;
        successor = replacement;
        mark(publisher, now);
    }
}
