-- What each live document is found by, for the index that every process makes for itself. Empty in what an earlier build
-- wrote: this one writes it anew at its first start.
alter table rendition
    add column locale text not null default 'en',
    add column search_text text not null default '';
alter table rendition
    alter column locale drop default,
    alter column search_text drop default;
