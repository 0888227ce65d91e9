-- A minor change keeps a review that was given for an earlier revision.
alter table approval add column signed_revision integer;
update approval a set signed_revision = coalesce(
    (select min(b.revision) from approval b
        where b.work_id = a.work_id and a.last_reviewed is not null
            and b.reviewer_name = a.reviewer_name and b.last_reviewed = a.last_reviewed
            and b.next_review_due = a.next_review_due),
    a.revision);
alter table approval alter column signed_revision set not null;
