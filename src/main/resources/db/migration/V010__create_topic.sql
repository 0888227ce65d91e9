create table topic (
    id uuid not null constraint topic_pk primary key,
    slug text not null constraint topic_slug_unique unique,
    locale text not null,
    version integer not null constraint topic_version_positive check (version > 0),
    published_at timestamptz not null,
    updated_at timestamptz not null,
    content_hash text not null,
    confirmation text not null constraint topic_confirmation_known
        check (confirmation in ('CONFIRMED', 'PARTLY_CONFIRMED', 'TO_CONFIRM', 'EDITORIAL')),
    crisis_support boolean not null,
    reading_grade double precision,
    reviewer_name text,
    reviewer_credentials text,
    last_reviewed date,
    next_review_due date,
    evidence_searched_up_to date,
    title text not null,
    summary text not null,
    body text not null,
    theme text not null constraint topic_theme_known check (theme in ('BASICS', 'BENEFITS_AND_LIMITS', 'SAFETY', 'WHO_IT_IS_FOR', 'HAVING_TREATMENT', 'ACCESS_AND_CHOICES')),
    position integer not null,
    audience text not null constraint topic_audience_known check (audience in ('EVERYONE', 'PATIENTS', 'CARERS')),
    risk_summary text not null
);
create index topic_updated_at_index on topic (updated_at, slug);
create index topic_position_index on topic (position, slug);
create index topic_title_index on topic (title, slug);
create index topic_theme_index on topic (theme);
create table key_fact (
    id bigint generated always as identity constraint key_fact_pk primary key,
    topic_id uuid not null constraint key_fact_topic_fk references topic on delete cascade,
    position integer,
    statement text not null,
    certainty text not null constraint key_fact_certainty_known check (certainty in ('HIGH', 'MODERATE', 'LOW', 'VERY_LOW', 'NOT_GRADED'))
);
create index key_fact_topic_index on key_fact (topic_id, position);
create table key_fact_reference (
    key_fact_id bigint not null constraint key_fact_reference_key_fact_fk references key_fact on delete cascade,
    reference_id uuid not null constraint key_fact_reference_reference_fk references reference,
    position integer not null,
    constraint key_fact_reference_pk primary key (key_fact_id, position)
);
create index key_fact_reference_reference_index on key_fact_reference (reference_id);
create table topic_code (
    topic_id uuid not null constraint topic_code_topic_fk references topic on delete cascade,
    position integer not null,
    system text not null constraint topic_code_system_known check (system in ('ICD_10_CM', 'SNOMED_CT', 'MESH', 'RXNORM', 'UNII', 'ATC')),
    code text not null,
    display text,
    constraint topic_code_pk primary key (topic_id, position)
);
create index topic_code_code_index on topic_code (system, code);
create table topic_condition (
    topic_id uuid not null constraint topic_condition_topic_fk references topic on delete cascade,
    condition_id uuid not null constraint topic_condition_condition_fk references condition,
    position integer not null,
    constraint topic_condition_pk primary key (topic_id, position)
);
create index topic_condition_condition_index on topic_condition (condition_id);
create table topic_side_effect (
    topic_id uuid not null constraint topic_side_effect_topic_fk references topic on delete cascade,
    side_effect_id uuid not null constraint topic_side_effect_side_effect_fk references side_effect,
    position integer not null,
    constraint topic_side_effect_pk primary key (topic_id, position)
);
create index topic_side_effect_side_effect_index on topic_side_effect (side_effect_id);
create table topic_faq (
    topic_id uuid not null constraint topic_faq_topic_fk references topic on delete cascade,
    faq_id uuid not null constraint topic_faq_faq_fk references faq,
    position integer not null,
    constraint topic_faq_pk primary key (topic_id, position)
);
create index topic_faq_faq_index on topic_faq (faq_id);
create table topic_reference (
    topic_id uuid not null constraint topic_reference_topic_fk references topic on delete cascade,
    reference_id uuid not null constraint topic_reference_reference_fk references reference,
    position integer not null,
    constraint topic_reference_pk primary key (topic_id, position)
);
create index topic_reference_reference_index on topic_reference (reference_id);
