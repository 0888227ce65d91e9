-- Which secret an entry's digest is made with; none for entries from before, and where no secret is set from outside.
alter table audit_entry add column key_id text;
