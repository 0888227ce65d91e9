alter table webhook_endpoint add disabled_at timestamptz;
update webhook_endpoint set disabled_at = date_trunc('second', now()) where disabled_reason is not null;
