create table reference (
    id uuid not null constraint reference_pk primary key,
    slug text not null constraint reference_slug_unique unique,
    locale text not null,
    version integer not null constraint reference_version_positive check (version > 0),
    published_at timestamptz not null,
    updated_at timestamptz not null,
    content_hash text not null,
    confirmation text not null constraint reference_confirmation_known
        check (confirmation in ('CONFIRMED', 'PARTLY_CONFIRMED', 'TO_CONFIRM', 'EDITORIAL')),
    crisis_support boolean not null,
    reading_grade double precision,
    reviewer_name text,
    reviewer_credentials text,
    last_reviewed date,
    next_review_due date,
    evidence_searched_up_to date,
    authors text not null,
    year integer not null,
    title text not null,
    journal text,
    volume text,
    issue text,
    pages text,
    doi text,
    pmid text,
    url text,
    type text not null,
    note text,
    doi_confirmed boolean,
    pmid_confirmed boolean
);
create index reference_updated_at_index on reference (updated_at, slug);
create index reference_year_index on reference (year, slug);
create index reference_title_index on reference (title, slug);
create index reference_type_index on reference (type);
