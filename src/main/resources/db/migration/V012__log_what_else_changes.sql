-- A document that changes by another's publication, and a name that is given up, are changes too.
alter table change drop constraint change_action_known;
alter table change add constraint change_action_known
    check (action in ('PUBLISHED', 'WITHDRAWN', 'RESHAPED', 'MOVED'));
create index change_collection_number_index on change (collection, number) where action <> 'RESHAPED';
drop index change_collection_index;
