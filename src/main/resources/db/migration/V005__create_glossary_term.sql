create table glossary_term (
    id uuid not null constraint glossary_term_pk primary key,
    slug text not null constraint glossary_term_slug_unique unique,
    locale text not null,
    version integer not null constraint glossary_term_version_positive check (version > 0),
    published_at timestamptz not null,
    updated_at timestamptz not null,
    content_hash text not null,
    confirmation text not null constraint glossary_term_confirmation_known
        check (confirmation in ('CONFIRMED', 'PARTLY_CONFIRMED', 'TO_CONFIRM', 'EDITORIAL')),
    crisis_support boolean not null,
    reading_grade double precision,
    reviewer_name text,
    reviewer_credentials text,
    last_reviewed date,
    next_review_due date,
    evidence_searched_up_to date,
    term text not null,
    synonyms text[] not null,
    definition text not null
);
create index glossary_term_updated_at_index on glossary_term (updated_at, slug);
create index glossary_term_term_index on glossary_term (term, slug);
create table glossary_term_reference (
    glossary_term_id uuid not null constraint glossary_term_reference_glossary_term_fk references glossary_term on delete cascade,
    reference_id uuid not null constraint glossary_term_reference_reference_fk references reference,
    position integer not null,
    constraint glossary_term_reference_pk primary key (glossary_term_id, position)
);
create index glossary_term_reference_reference_index on glossary_term_reference (reference_id);
