-- What the application itself may do, where it has a user of its own: everything but change what is on record.
do $$
begin
    if exists (select from pg_roles where rolname = 'ketamine_content') then
        grant usage on schema public to ketamine_content;
        grant select, insert, update, delete on all tables in schema public to ketamine_content;
        grant usage on all sequences in schema public to ketamine_content;
        revoke update, delete, truncate on audit_entry from ketamine_content;
    end if;
end $$;
