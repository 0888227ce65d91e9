-- Sync reads documents in the order of the changes that made them what they are.
create index rendition_number_index on rendition (number);
