package org.ketaminecontent.editorial;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.content.Review;

/** A clinical reviewer's word for one revision. */
@Entity
@IdClass(Approval.Key.class)
public class Approval extends PanacheEntityBase {

    @Id
    public UUID workId;

    public int revision;

    /** The document's {@link Work#tag} with it: the same revision is reviewed again after a year. */
    @Id
    public long tag;

    /** The revision that {@link #review} was given for: an earlier one where a minor change kept it. */
    public int signedRevision;

    public String actor;
    public Instant at;

    /** The review that readers are told of; null where a small change keeps a document unreviewed. */
    @Embedded
    public @Nullable Review review;

    /** The table's primary key. */
    public record Key(UUID workId, long tag) {}

    static Approval of(Work work, Actor actor, @Nullable Review review, Instant now) {
        var approval = new Approval();
        approval.workId = work.id;
        approval.revision = work.head;
        approval.signedRevision = work.head;
        approval.tag = work.tag;
        approval.actor = actor.id();
        approval.at = now;
        approval.review = review;
        return approval;
    }

    /** The latest for a revision. */
    static Optional<Approval> of(Work work, int revision) {
        return find("workId = ?1 and revision = ?2 order by tag desc", work.id, revision)
                .firstResultOptional();
    }
}
