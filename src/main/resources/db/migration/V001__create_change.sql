-- The numbered log of publications and withdrawals. Numbers follow the order of commits.
create table change (
    number bigint not null constraint change_pk primary key,
    collection text not null,
    slug text not null,
    document text not null,
    entry_id uuid not null,
    action text not null constraint change_action_known check (action in ('PUBLISHED', 'WITHDRAWN')),
    version integer not null,
    at timestamptz not null
);
create index change_document_index on change (document, number);
create index change_collection_index on change (collection, number);
