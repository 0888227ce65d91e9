package org.ketaminecontent.editorial;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
    public WorkState state;

    /** The number of the revision that is worked on. */
    public int head;

    /** The number of the revision that readers see; null where they see none. */
    public @Nullable Integer live;

    /** The number of revisions. */
    public int revisions;

    /** Counts steps. */
    public long tag;

    /** True once people have worked on it, so that packs leave it alone. */
    public boolean edited;

    /** True once an import changed it, so that the pack that comes with the application leaves it alone. */
    public boolean imported;

    public Instant updatedAt;
    public String updatedBy;
    public String updatedByName;

    /** The reason of the last rejection; null if there was none since it was last written. */
    public @Nullable String rejection;

    /** The day on which the version that readers see is to be reviewed again; null where nobody reviewed it. */
    public @Nullable LocalDate reviewDue;

    @Embedded
    public WorkSchedule schedule = new WorkSchedule();

    /** A new document that nobody has worked on yet. */
    static Work begin(UUID id, String collection, String slug) {
        var work = new Work();
        work.id = id;
        work.collection = collection;
        work.slug = slug;
        work.state = WorkState.DRAFT;
        return work;
    }

    /** With nobody else working on it until the transaction ends, as it is once they are done. */
    static Work lock(UUID id) {
        Work work = findById(id);
        getEntityManager().refresh(work, LockModeType.PESSIMISTIC_WRITE);
        return work;
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

    /** The steps that can be taken with it now. */
    List<Step> allowed() {
        return state.steps(isLive(), schedule.withdrawAt != null);
    }

    private void require(Step step) {
        if (!allowed().contains(step)) {
            throw new ImpossibleStep(this, step);
        }
    }

    /** Tells if a pack that this actor sends, or the application brings, is not to change it. */
    boolean isLeftAloneBy(Actor sender) {
        return edited || (imported && sender == Actor.PACK);
    }

    private void mark(Actor actor, Instant now) {
        count(actor, now);
        edited = true;
    }

    private void markFromPack(Actor sender, Instant now) {
        count(sender, now);
        imported = imported || sender != Actor.PACK;
    }

    private void count(Actor actor, Instant now) {
        tag++;
        updatedAt = now;
        updatedBy = actor.id();
        updatedByName = actor.name();
    }

    /** Takes a new version, which has to be approved anew. It gets the number {@link #head}. */
    void write(String newSlug, Actor actor, Instant now) {
        require(Step.EDIT);
        draft(newSlug);
        mark(actor, now);
    }

    private void draft(String newSlug) {
        slug = newSlug;
        head = ++revisions;
        state = WorkState.DRAFT;
        rejection = null;
    }

    /** Keeps a version that nobody is to work on. It gets the number {@link #revisions}. */
    void file() {
        revisions++;
    }

    void submit(Actor actor, Instant now) {
        require(Step.SUBMIT);
        state = WorkState.IN_REVIEW;
        mark(actor, now);
    }

    /**
     * Takes a reviewer's word for the newest version.
     *
     * @param authors everybody who wrote a part of it
     * @throws SelfApproval if the reviewer is one of them
     */
    void approve(Actor reviewer, Set<String> authors, Instant now) {
        require(Step.APPROVE);
        if (reviewer.isAmong(authors)) {
            throw new SelfApproval();
        }
        state = WorkState.APPROVED;
        rejection = null;
        mark(reviewer, now);
    }

    void reject(Actor reviewer, String reason, Instant now) {
        require(Step.REJECT);
        state = WorkState.DRAFT;
        rejection = reason;
        mark(reviewer, now);
    }

    void publish(Actor publisher, Instant now) {
        require(Step.PUBLISH);
        becomeLive();
        mark(publisher, now);
    }

    /** Takes a version of a pack, which is live as it comes. It gets the number {@link #head}. */
    void publishFromPack(String newSlug, Actor sender, Instant now) {
        draft(newSlug);
        becomeLive();
        markFromPack(sender, now);
    }

    private void becomeLive() {
        state = WorkState.PUBLISHED;
        live = head;
        schedule.publish(null);
    }

    void schedulePublication(Instant at, Actor publisher, Instant now) {
        require(Step.SCHEDULE);
        if (state != WorkState.APPROVED) {
            throw new ImpossibleStep(this, Step.PUBLISH);
        }
        state = WorkState.SCHEDULED;
        schedule.publish(at);
        mark(publisher, now);
    }

    void scheduleWithdrawal(Instant at, String reason, @Nullable String replacement, Actor publisher, Instant now) {
        require(Step.WITHDRAW);
        schedule.withdraw(at, reason, replacement);
        mark(publisher, now);
    }

    /** Cancels what was scheduled and cannot be done; somebody has to look. */
    void giveUp(String why, Instant now) {
        unschedule(Actor.SYSTEM, now);
        rejection = why;
    }

    void unschedule(Actor publisher, Instant now) {
        require(Step.UNSCHEDULE);
        if (state == WorkState.SCHEDULED) {
            state = WorkState.APPROVED;
            schedule.publish(null);
        }
        schedule.withdraw(null, null, null);
        mark(publisher, now);
    }

    /** Takes it back. Work on a newer version goes on from where it is. */
    void withdraw(String reason, @Nullable String replacement, Actor publisher, Instant now) {
        require(Step.WITHDRAW);
        takeBack(reason, replacement);
        mark(publisher, now);
    }

    /** Takes back what a pack does not hold any more. */
    void withdrawFromPack(String reason, Actor sender, Instant now) {
        takeBack(reason, null);
        markFromPack(sender, now);
    }

    private void takeBack(String reason, @Nullable String replacement) {
        live = null;
        if (state == WorkState.PUBLISHED) {
            state = WorkState.WITHDRAWN;
        }
        schedule.withdraw(null, reason, replacement);
    }
}
