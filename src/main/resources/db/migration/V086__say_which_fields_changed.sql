-- What whoever listens is told of a change: which fields of the delivered document differ from the version before, and
-- whether a document was taken back because its time was over.
alter table change
    add column changed_fields text[] not null default '{}',
    add column expired boolean not null default false;
