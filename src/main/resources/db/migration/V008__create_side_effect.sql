create table side_effect (
    id uuid not null constraint side_effect_pk primary key,
    slug text not null constraint side_effect_slug_unique unique,
    locale text not null,
    version integer not null constraint side_effect_version_positive check (version > 0),
    published_at timestamptz not null,
    updated_at timestamptz not null,
    content_hash text not null,
    confirmation text not null constraint side_effect_confirmation_known
        check (confirmation in ('CONFIRMED', 'PARTLY_CONFIRMED', 'TO_CONFIRM', 'EDITORIAL')),
    crisis_support boolean not null,
    reading_grade double precision,
    reviewer_name text,
    reviewer_credentials text,
    last_reviewed date,
    next_review_due date,
    evidence_searched_up_to date,
    name text not null,
    clinical_term text not null,
    synonyms text[] not null,
    summary text not null,
    body text not null,
    position integer not null,
    severity text not null constraint side_effect_severity_known
        check (severity in ('MILD', 'MODERATE', 'SERIOUS', 'LIFE_THREATENING')),
    severity_note text not null,
    frequency_band text not null constraint side_effect_band_known
        check (frequency_band in ('VERY_COMMON', 'COMMON', 'UNCOMMON', 'RARE', 'VERY_RARE', 'UNKNOWN')),
    frequency_note text,
    onset_and_duration text not null,
    what_people_notice text not null,
    what_clinics_do text not null,
    when_to_get_urgent_help text not null
);
create index side_effect_updated_at_index on side_effect (updated_at, slug);
create index side_effect_position_index on side_effect (position, slug);
create index side_effect_name_index on side_effect (name, slug);
create index side_effect_severity_index on side_effect (severity);
create index side_effect_band_index on side_effect (frequency_band);
create table frequency_figure (
    id bigint generated always as identity constraint frequency_figure_pk primary key,
    side_effect_id uuid not null constraint frequency_figure_side_effect_fk references side_effect on delete cascade,
    position integer,
    product text not null constraint frequency_figure_product_known check (product in ('KETAMINE_INFUSION', 'KETAMINE_ANAESTHESIA', 'KETAMINE_NON_MEDICAL', 'KETAMINE_INJECTION', 'ESKETAMINE_NASAL_SPRAY')),
    figure text not null,
    percent_low double precision constraint frequency_figure_low_is_percent check (percent_low between 0 and 100),
    percent_high double precision constraint frequency_figure_high_is_percent check (percent_high between 0 and 100)
);
create index frequency_figure_side_effect_index on frequency_figure (side_effect_id, position);
create table frequency_figure_reference (
    frequency_figure_id bigint not null constraint frequency_figure_reference_frequency_figure_fk references frequency_figure on delete cascade,
    reference_id uuid not null constraint frequency_figure_reference_reference_fk references reference,
    position integer not null,
    constraint frequency_figure_reference_pk primary key (frequency_figure_id, position)
);
create index frequency_figure_reference_reference_index on frequency_figure_reference (reference_id);
create table side_effect_condition (
    side_effect_id uuid not null constraint side_effect_condition_side_effect_fk references side_effect on delete cascade,
    condition_id uuid not null constraint side_effect_condition_condition_fk references condition,
    position integer not null,
    constraint side_effect_condition_pk primary key (side_effect_id, position)
);
create index side_effect_condition_condition_index on side_effect_condition (condition_id);
create table side_effect_reference (
    side_effect_id uuid not null constraint side_effect_reference_side_effect_fk references side_effect on delete cascade,
    reference_id uuid not null constraint side_effect_reference_reference_fk references reference,
    position integer not null,
    constraint side_effect_reference_pk primary key (side_effect_id, position)
);
create index side_effect_reference_reference_index on side_effect_reference (reference_id);
