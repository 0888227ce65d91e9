-- Whoever sends something in with a key has written it as much as the key has.
alter table import_job add column owner text;
update import_job set owner = made_by;
alter table import_job alter column owner set not null;
