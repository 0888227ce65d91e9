-- Keys of tools and partners. Of the key itself there is only a digest.
create table api_key (
    id text not null constraint api_key_pk primary key,
    digest text not null,
    name text not null,
    rights text[] not null,
    -- Whose word it gives, where it may approve.
    reviewer_name text,
    reviewer_credentials text,
    made_by text not null,
    made_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    replaced_by text,
    last_used_on date,
    bootstrap boolean not null
);

-- What digests and previews are made with, unless a setting names another secret.
create table server_secret (
    one boolean not null default true constraint server_secret_pk primary key constraint server_secret_one check (one),
    secret text not null
);
