-- Each live document as it is delivered, so that to read it is to read one row. A number of its own: a document also
-- changes when another one begins to point at it, or gets another title.
create table rendition (
    entry_id uuid not null constraint rendition_pk primary key,
    document text not null constraint rendition_document_unique unique,
    crisis_support boolean not null,
    shown text[] not null,
    html text not null,
    markdown text not null,
    plain text not null,
    number bigint not null constraint rendition_number_fk references change,
    at timestamptz not null,
    build text not null
);
create index rendition_build_index on rendition (build);
-- Read whole, again and again: to unpack them each time costs more than to keep them unpacked.
alter table rendition
    alter column html set storage external,
    alter column markdown set storage external,
    alter column plain set storage external;
