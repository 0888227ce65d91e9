-- What else is shown since a change is told with it, which took a look at ten thousand changes for each of a large import.
create index change_shown_index on change (at) where action in ('RESHAPED', 'MOVED');
