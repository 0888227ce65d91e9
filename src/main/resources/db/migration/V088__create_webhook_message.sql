-- An event as it is told, the same text to everybody and at every attempt.
create table webhook_message (
    id text not null constraint webhook_message_pk primary key,
    -- The change that it tells of; null where it is none.
    number bigint constraint webhook_message_number_unique unique,
    type text not null,
    collection text,
    locale text,
    payload text not null,
    at timestamptz not null
);
create index webhook_message_at_index on webhook_message (at);
