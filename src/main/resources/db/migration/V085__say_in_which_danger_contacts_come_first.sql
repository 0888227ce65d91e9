alter table crisis_resource add dangers jsonb not null default '[]';
