create table crisis_resource (
    id uuid not null constraint crisis_resource_pk primary key,
    slug text not null constraint crisis_resource_slug_unique unique,
    locale text not null,
    version integer not null constraint crisis_resource_version_positive check (version > 0),
    published_at timestamptz not null,
    updated_at timestamptz not null,
    content_hash text not null,
    confirmation text not null constraint crisis_resource_confirmation_known
        check (confirmation in ('CONFIRMED', 'PARTLY_CONFIRMED', 'TO_CONFIRM', 'EDITORIAL')),
    crisis_support boolean not null,
    reading_grade double precision,
    reviewer_name text,
    reviewer_credentials text,
    last_reviewed date,
    next_review_due date,
    evidence_searched_up_to date,
    name text not null,
    kind text not null constraint crisis_resource_kind_known check (kind in ('CRISIS_LINE', 'EMERGENCY', 'DIRECTORY')),
    jurisdiction text not null,
    call text,
    text text,
    chat text,
    url text,
    hours text,
    languages text[] not null,
    note text,
    position integer not null,
    primary_resource boolean not null,
    verified_on date,
    constraint crisis_resource_reachable check (coalesce(call, text, chat, url) is not null)
);
create index crisis_resource_updated_at_index on crisis_resource (updated_at, slug);
create index crisis_resource_position_index on crisis_resource (position, slug);
create index crisis_resource_jurisdiction_index on crisis_resource (jurisdiction);
