-- The same beside each document, so that to read it is to read one row.
alter table topic add column errata jsonb not null default '[]';
alter table condition add column errata jsonb not null default '[]';
alter table side_effect add column errata jsonb not null default '[]';
alter table faq add column errata jsonb not null default '[]';
alter table reference add column errata jsonb not null default '[]';
alter table glossary_term add column errata jsonb not null default '[]';
alter table crisis_resource add column errata jsonb not null default '[]';
