-- Passes of those who came into the studio with a key. Of a pass there is only a digest.
create table studio_pass (
    digest text not null constraint studio_pass_pk primary key,
    key_id text not null constraint studio_pass_key_fk references api_key,
    made_at timestamptz not null
);
create index studio_pass_made_at_index on studio_pass (made_at);

-- Sign-ins with the provider that were ended here before their time. Of the ID token there is only a digest.
create table ended_sign_in (
    digest text not null constraint ended_sign_in_pk primary key,
    expires_at timestamptz not null
);
create index ended_sign_in_expires_at_index on ended_sign_in (expires_at);
