-- Content packs that people sent in, with how far each one is.
create table import_job (
    id uuid not null constraint import_job_pk primary key,
    made_by text not null,
    made_by_name text not null,
    made_at timestamptz not null,
    mode text not null constraint import_job_mode_known check (mode in ('ATOMIC', 'PER_ITEM')),
    dry_run boolean not null,
    state text not null constraint import_job_state_known check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED')),
    -- The archive, for as long as it is needed.
    archive bytea,
    -- Which documents are still to be done, and what became of the others.
    progress text not null
);
create index import_job_open_index on import_job (made_at) where state in ('WAITING', 'RUNNING');
