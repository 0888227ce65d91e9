-- How often something was tried, counted before the work: what ends the process is not tried for ever.
alter table import_job add column attempts integer not null default 0;
alter table import_job add column tried_at timestamptz;
alter table import_job drop constraint import_job_state_known;
alter table import_job add constraint import_job_state_known
    check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'CANCELLED'));
alter table work add column attempts integer not null default 0;
alter table work add column tried_at timestamptz;
