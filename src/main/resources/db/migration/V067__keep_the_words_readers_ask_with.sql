alter table topic add asked_as text[] not null default '{}';
alter table condition add asked_as text[] not null default '{}';
alter table side_effect add asked_as text[] not null default '{}';
alter table faq add asked_as text[] not null default '{}';
alter table reference add asked_as text[] not null default '{}';
alter table glossary_term add asked_as text[] not null default '{}';
alter table crisis_resource add asked_as text[] not null default '{}';
