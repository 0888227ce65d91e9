-- A list that is asked for a few short fields need not read whole documents: a line for each, in JSON. Null where it was
-- written by a build that does not know of it.
alter table rendition add column head text;
