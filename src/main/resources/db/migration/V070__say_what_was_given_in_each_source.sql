alter table reference add product jsonb not null default '[]';
