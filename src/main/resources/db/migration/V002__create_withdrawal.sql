-- What is left of a document that was taken back.
create table withdrawal (
    entry_id uuid not null constraint withdrawal_pk primary key,
    collection text not null,
    slug text not null,
    version integer not null,
    published_at timestamptz not null,
    withdrawn_at timestamptz not null,
    constraint withdrawal_slug_unique unique (collection, slug)
);
