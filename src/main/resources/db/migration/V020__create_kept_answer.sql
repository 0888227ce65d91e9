-- Answers to requests that may come twice (Idempotency-Key).
create table kept_answer (
    actor text not null,
    key text not null,
    request text not null,
    at timestamptz not null,
    status integer,
    headers text,
    body text,
    constraint kept_answer_pk primary key (actor, key)
);
create index kept_answer_at_index on kept_answer (at);
