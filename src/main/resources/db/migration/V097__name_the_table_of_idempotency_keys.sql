alter table kept_answer rename to idempotency_key;
alter table idempotency_key rename constraint kept_answer_pk to idempotency_key_pk;
alter index kept_answer_at_index rename to idempotency_key_at_index;
