alter table topic add risks jsonb not null default '[]';
alter table condition add risks jsonb not null default '[]';
alter table faq add risks jsonb not null default '[]';
alter table side_effect add risks jsonb not null default '[]';
