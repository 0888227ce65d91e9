-- Who did what, one after the other. Each entry holds the digest of the one before: none can be changed or left out
-- without all later ones showing it.
create table audit_entry (
    number bigint not null constraint audit_entry_pk primary key,
    at timestamptz not null,
    actor text not null,
    actor_name text not null,
    action text not null,
    subject text not null,
    revision integer,
    detail text not null,
    before_digest text,
    after_digest text,
    previous text not null,
    digest text not null
);
create index audit_entry_subject_index on audit_entry (subject, number);

create function refuse_to_change_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail only grows' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_only_grows before update or delete or truncate on audit_entry
    for each statement execute function refuse_to_change_audit();
