-- What was published wrong, and is right now.
create table correction (
    number bigint not null constraint correction_pk primary key constraint correction_change_fk references change,
    entry_id uuid not null,
    collection text not null,
    slug text not null,
    version integer not null,
    severity text not null constraint correction_severity_known check (severity in ('MINOR', 'MATERIAL', 'SAFETY_CRITICAL')),
    was_wrong text not null,
    is_right text not null,
    at timestamptz not null
);
create index correction_entry_index on correction (entry_id, number);

alter table withdrawal add column reason text, add column successor text;
