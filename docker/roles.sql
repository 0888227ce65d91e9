-- Run once by the database's image, as its superuser, when the volume is new: two roles that may do what they need.
-- The owner makes and changes the tables; the application reads and writes rows, and cannot change what is on record
-- (see afterMigrate.sql).
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv application_password APPLICATION_PASSWORD

create role content_owner login password :'owner_password';
create role ketamine_content login password :'application_password';
alter database content owner to content_owner;
revoke all on database content from public;
grant connect on database content to ketamine_content;
