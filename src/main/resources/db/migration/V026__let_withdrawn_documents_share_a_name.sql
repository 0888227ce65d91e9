-- A name is free for another document once its own was taken back, and that one may be taken back as well.
alter table withdrawal drop constraint withdrawal_slug_unique;
create index withdrawal_slug_index on withdrawal (collection, slug, withdrawn_at);
