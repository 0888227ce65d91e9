create table faq (
    id uuid not null constraint faq_pk primary key,
    slug text not null constraint faq_slug_unique unique,
    locale text not null,
    version integer not null constraint faq_version_positive check (version > 0),
    published_at timestamptz not null,
    updated_at timestamptz not null,
    content_hash text not null,
    confirmation text not null constraint faq_confirmation_known
        check (confirmation in ('CONFIRMED', 'PARTLY_CONFIRMED', 'TO_CONFIRM', 'EDITORIAL')),
    crisis_support boolean not null,
    reading_grade double precision,
    reviewer_name text,
    reviewer_credentials text,
    last_reviewed date,
    next_review_due date,
    evidence_searched_up_to date,
    question text not null,
    short_answer text not null,
    answer text not null,
    theme text not null constraint faq_theme_known check (theme in ('BASICS', 'BENEFITS_AND_LIMITS', 'SAFETY', 'WHO_IT_IS_FOR', 'HAVING_TREATMENT', 'ACCESS_AND_CHOICES')),
    position integer not null,
    risk_summary text
);
create index faq_updated_at_index on faq (updated_at, slug);
create index faq_position_index on faq (position, slug);
create index faq_question_index on faq (question, slug);
create index faq_theme_index on faq (theme);
create table faq_correction (
    faq_id uuid not null constraint faq_correction_faq_fk references faq on delete cascade,
    position integer not null,
    claim text not null,
    verdict text not null constraint faq_correction_verdict_known check (verdict in ('WRONG', 'UNSUPPORTED', 'NEEDS_NUANCE')),
    constraint faq_correction_pk primary key (faq_id, position)
);
create table faq_condition (
    faq_id uuid not null constraint faq_condition_faq_fk references faq on delete cascade,
    condition_id uuid not null constraint faq_condition_condition_fk references condition,
    position integer not null,
    constraint faq_condition_pk primary key (faq_id, position)
);
create index faq_condition_condition_index on faq_condition (condition_id);
create table faq_side_effect (
    faq_id uuid not null constraint faq_side_effect_faq_fk references faq on delete cascade,
    side_effect_id uuid not null constraint faq_side_effect_side_effect_fk references side_effect,
    position integer not null,
    constraint faq_side_effect_pk primary key (faq_id, position)
);
create index faq_side_effect_side_effect_index on faq_side_effect (side_effect_id);
create table faq_reference (
    faq_id uuid not null constraint faq_reference_faq_fk references faq on delete cascade,
    reference_id uuid not null constraint faq_reference_reference_fk references reference,
    position integer not null,
    constraint faq_reference_pk primary key (faq_id, position)
);
create index faq_reference_reference_index on faq_reference (reference_id);
