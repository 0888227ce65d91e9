-- Names that documents had before; they redirect.
create table former_slug (
    collection text not null,
    slug text not null,
    entry_id uuid not null,
    constraint former_slug_pk primary key (collection, slug)
);
