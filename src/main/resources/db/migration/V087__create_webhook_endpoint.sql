-- An address that is told of changes. Addresses, secrets and tokens are sealed: whoever reads the database learns none.
create table webhook_endpoint (
    id uuid not null constraint webhook_endpoint_pk primary key,
    name text not null,
    kind text not null constraint webhook_endpoint_kind_known
        check (kind in ('STANDARD', 'BUILD_HOOK', 'CLOUDFLARE', 'FASTLY', 'VARNISH', 'TEMPLATE')),
    url text not null,
    -- As much of the address as everybody may read.
    shown_url text not null,
    -- The signing secret of a standard webhook; the token of the others.
    secret text,
    former_secret text,
    former_secret_until timestamptz,
    body text,
    events text[] not null,
    collections text[] not null,
    locales text[] not null,
    debounce_seconds integer not null constraint webhook_endpoint_debounce_in_range check (debounce_seconds between 0 and 300),
    enabled boolean not null,
    disabled_reason text,
    -- Counts changes to the row by people, so that nobody overwrites what they have not seen.
    tag bigint not null,
    -- The change up to which deliveries have been planned.
    position bigint not null,
    -- Since when no delivery has succeeded; null while they do.
    failing_since timestamptz,
    made_at timestamptz not null,
    made_by text not null
);
