-- What one endpoint is to be told: a message, or that there were changes.
create table webhook_delivery (
    id uuid not null default gen_random_uuid() constraint webhook_delivery_pk primary key,
    endpoint_id uuid not null constraint webhook_delivery_endpoint_fk references webhook_endpoint on delete cascade,
    -- The webhook-id, the same at every attempt.
    message_id text not null,
    type text not null,
    -- The changes after the first and up to the last are told of.
    first_number bigint,
    last_number bigint,
    state text not null default 'PENDING' constraint webhook_delivery_state_known
        check (state in ('PENDING', 'DELIVERED', 'FAILED')),
    attempts integer not null default 0,
    -- How many of them were before somebody asked for it to be sent again.
    former_attempts integer not null default 0,
    created_at timestamptz not null default now(),
    -- When it is tried next; while it is being tried, when it would be tried again were this process to end.
    due_at timestamptz not null default now(),
    give_up_at timestamptz not null default now() + interval '3 days',
    constraint webhook_delivery_message_unique unique (endpoint_id, message_id)
);
create index webhook_delivery_due_index on webhook_delivery (endpoint_id, due_at) where state = 'PENDING';
create index webhook_delivery_created_index on webhook_delivery (endpoint_id, created_at desc, id);
