-- Whether a document is new or back again is told from the change before.
create index change_entry_index on change (entry_id, number);
