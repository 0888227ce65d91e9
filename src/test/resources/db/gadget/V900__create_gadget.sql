create table gadget (
    id uuid not null constraint gadget_pk primary key,
    slug text not null constraint gadget_slug_unique unique,
    locale text not null,
    version integer not null constraint gadget_version_positive check (version > 0),
    published_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz,
    content_hash text not null,
    confirmation text not null constraint gadget_confirmation_known
        check (confirmation in ('CONFIRMED', 'PARTLY_CONFIRMED', 'TO_CONFIRM', 'EDITORIAL')),
    drafting text constraint gadget_drafting_known check (drafting in ('PERSON', 'AI_ASSISTED')),
    edited_by_person boolean not null,
    as_of date,
    asked_as text[] not null,
    crisis_support boolean not null,
    reading_grade double precision,
    reviewer_name text,
    reviewer_credentials text,
    last_reviewed date,
    next_review_due date,
    evidence_searched_up_to date,
    errata jsonb not null,
    label text not null,
    blurb text not null,
    risk_summary text not null,
    price integer not null constraint gadget_price_positive check (price > 0),
    body text not null
);
create index gadget_updated_at_index on gadget (updated_at, slug);
create index gadget_label_index on gadget (label, slug);
create table gadget_condition (
    gadget_id uuid not null constraint gadget_condition_gadget_fk references gadget on delete cascade,
    condition_id uuid not null constraint gadget_condition_condition_fk references condition,
    position integer not null,
    constraint gadget_condition_pk primary key (gadget_id, position)
);
create index gadget_condition_condition_index on gadget_condition (condition_id);
create table gadget_reference (
    gadget_id uuid not null constraint gadget_reference_gadget_fk references gadget on delete cascade,
    reference_id uuid not null constraint gadget_reference_reference_fk references reference,
    position integer not null,
    constraint gadget_reference_pk primary key (gadget_id, position)
);
create index gadget_reference_reference_index on gadget_reference (reference_id);
