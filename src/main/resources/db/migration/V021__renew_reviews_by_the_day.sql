-- A review's status changes with the day; from this one on the rendition says something else.
alter table rendition add column good_until date;
create index rendition_good_until_index on rendition (good_until) where good_until is not null;
