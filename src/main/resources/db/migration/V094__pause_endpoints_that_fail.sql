-- While an endpoint fails, nothing is tried before; null while it does not, and where somebody asks for a try.
alter table webhook_endpoint add column retry_at timestamptz;
