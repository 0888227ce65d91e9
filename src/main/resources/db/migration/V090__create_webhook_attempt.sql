-- One try to deliver something, and what came of it.
create table webhook_attempt (
    delivery_id uuid not null constraint webhook_attempt_delivery_fk references webhook_delivery on delete cascade,
    number integer not null,
    at timestamptz not null,
    -- The status of the answer; null where there was none.
    status integer,
    latency_ms integer not null,
    -- Why there was no answer.
    problem text,
    -- The first 2 KB of the answer.
    answer text,
    constraint webhook_attempt_pk primary key (delivery_id, number)
);
