-- What was published last, so that a start with the same has nothing to do.
create table published_pack (
    one boolean not null default true constraint published_pack_pk primary key constraint published_pack_one check (one),
    digest text not null,
    build text not null
);
