-- A document as its editors know it: what it is called, where it stands, and which of its revisions is live.
create table work (
    id uuid not null constraint work_pk primary key,
    collection text not null,
    slug text not null,
    state text not null constraint work_state_known
        check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN')),
    -- The revision that is being worked on, and the one that readers see.
    head integer not null constraint work_head_positive check (head > 0),
    live integer,
    revisions integer not null,
    -- Counts every step, so that nobody works on what is not the latest.
    tag bigint not null,
    -- Whether people have worked on it, so that the pack is to leave it alone.
    edited boolean not null,
    updated_at timestamptz not null,
    updated_by text not null,
    updated_by_name text not null,
    rejection text,
    -- When the version that readers see is to be reviewed again.
    review_due date,
    publish_at timestamptz,
    withdraw_at timestamptz,
    withdraw_reason text,
    successor text,
    constraint work_name_unique unique (collection, slug),
    constraint work_live_while_published check (state <> 'PUBLISHED' or live = head),
    constraint work_not_live_while_withdrawn check (state <> 'WITHDRAWN' or live is null),
    constraint work_scheduled_with_time check (state <> 'SCHEDULED' or publish_at is not null)
);
create index work_updated_at_index on work (updated_at, id);
create index work_review_due_index on work (review_due) where review_due is not null;
create index work_publish_at_index on work (publish_at) where publish_at is not null;
create index work_withdraw_at_index on work (withdraw_at) where withdraw_at is not null;

-- What a document said at one time. Nothing of it changes afterwards.
create table revision (
    work_id uuid not null constraint revision_work_fk references work,
    number integer not null,
    slug text not null,
    content text not null,
    content_hash text not null,
    minor boolean not null,
    note text,
    from_pack boolean not null,
    based_on integer,
    -- Everybody who wrote a part of it since it was last published.
    authors text[] not null,
    written_by text not null,
    written_by_name text not null,
    written_at timestamptz not null,
    tag bigint not null,
    constraint revision_pk primary key (work_id, number)
);

-- A clinical reviewer's word for one revision.
create table approval (
    work_id uuid not null,
    revision integer not null,
    actor text not null,
    at timestamptz not null,
    reviewer_name text,
    reviewer_credentials text,
    last_reviewed date,
    next_review_due date,
    evidence_searched_up_to date,
    -- The document's with it: the same revision is reviewed again after a year.
    tag bigint not null,
    constraint approval_pk primary key (work_id, tag),
    constraint approval_revision_fk foreign key (work_id, revision) references revision (work_id, number)
);
