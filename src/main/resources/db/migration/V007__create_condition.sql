create table condition (
    id uuid not null constraint condition_pk primary key,
    slug text not null constraint condition_slug_unique unique,
    locale text not null,
    version integer not null constraint condition_version_positive check (version > 0),
    published_at timestamptz not null,
    updated_at timestamptz not null,
    content_hash text not null,
    confirmation text not null constraint condition_confirmation_known
        check (confirmation in ('CONFIRMED', 'PARTLY_CONFIRMED', 'TO_CONFIRM', 'EDITORIAL')),
    crisis_support boolean not null,
    reading_grade double precision,
    reviewer_name text,
    reviewer_credentials text,
    last_reviewed date,
    next_review_due date,
    evidence_searched_up_to date,
    name text not null,
    synonyms text[] not null,
    summary text not null,
    body text not null,
    position integer not null,
    investigational boolean not null,
    risk_summary text not null,
    evidence_certainty text not null constraint condition_certainty_known check (evidence_certainty in ('HIGH', 'MODERATE', 'LOW', 'VERY_LOW', 'NOT_GRADED')),
    evidence_note text not null
);
create index condition_updated_at_index on condition (updated_at, slug);
create index condition_position_index on condition (position, slug);
create index condition_name_index on condition (name, slug);
create table evidence_statement (
    id bigint generated always as identity constraint evidence_statement_pk primary key,
    condition_id uuid not null constraint evidence_statement_condition_fk references condition on delete cascade,
    position integer,
    statement text not null,
    limitation text not null,
    certainty text not null constraint evidence_statement_certainty_known check (certainty in ('HIGH', 'MODERATE', 'LOW', 'VERY_LOW', 'NOT_GRADED'))
);
create index evidence_statement_condition_index on evidence_statement (condition_id, position);
create table regulatory_status (
    id bigint generated always as identity constraint regulatory_status_pk primary key,
    condition_id uuid not null constraint regulatory_status_condition_fk references condition on delete cascade,
    position integer,
    jurisdiction text not null,
    product text not null constraint regulatory_status_product_known check (product in ('KETAMINE_INFUSION', 'KETAMINE_ANAESTHESIA', 'KETAMINE_NON_MEDICAL', 'KETAMINE_INJECTION', 'ESKETAMINE_NASAL_SPRAY')),
    status text not null constraint regulatory_status_status_known
        check (status in ('APPROVED', 'OFF_LABEL', 'NOT_APPROVED', 'NOT_RECOMMENDED', 'UNKNOWN')),
    statement text not null
);
create index regulatory_status_condition_index on regulatory_status (condition_id, position);
create table evidence_statement_reference (
    evidence_statement_id bigint not null constraint evidence_statement_reference_evidence_statement_fk references evidence_statement on delete cascade,
    reference_id uuid not null constraint evidence_statement_reference_reference_fk references reference,
    position integer not null,
    constraint evidence_statement_reference_pk primary key (evidence_statement_id, position)
);
create index evidence_statement_reference_reference_index on evidence_statement_reference (reference_id);
create table regulatory_status_reference (
    regulatory_status_id bigint not null constraint regulatory_status_reference_regulatory_status_fk references regulatory_status on delete cascade,
    reference_id uuid not null constraint regulatory_status_reference_reference_fk references reference,
    position integer not null,
    constraint regulatory_status_reference_pk primary key (regulatory_status_id, position)
);
create index regulatory_status_reference_reference_index on regulatory_status_reference (reference_id);
create table condition_code (
    condition_id uuid not null constraint condition_code_condition_fk references condition on delete cascade,
    position integer not null,
    system text not null constraint condition_code_system_known check (system in ('ICD_10_CM', 'SNOMED_CT', 'MESH', 'RXNORM', 'UNII', 'ATC')),
    code text not null,
    display text,
    constraint condition_code_pk primary key (condition_id, position)
);
create index condition_code_code_index on condition_code (system, code);
create table condition_reference (
    condition_id uuid not null constraint condition_reference_condition_fk references condition on delete cascade,
    reference_id uuid not null constraint condition_reference_reference_fk references reference,
    position integer not null,
    constraint condition_reference_pk primary key (condition_id, position)
);
create index condition_reference_reference_index on condition_reference (reference_id);
