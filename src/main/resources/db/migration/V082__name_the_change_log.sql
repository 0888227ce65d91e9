-- Which log a checkpoint belongs to, and the secret that checkpoints are signed with. Give it a new name after a restore
-- from a backup: numbers that were given out are then given out again, to other changes.
create table change_log (
    one boolean not null default true
        constraint change_log_pk primary key
        constraint change_log_one check (one),
    name uuid not null default gen_random_uuid(),
    secret text not null default gen_random_uuid()::text || gen_random_uuid()::text
);
insert into change_log default values;
