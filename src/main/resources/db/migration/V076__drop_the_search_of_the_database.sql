-- Documents are found in an index beside each process. What readers call things stays here, for all of them. The extensions
-- stay too: others may use them by now.
drop table search_section, search_entry, search_lexeme, search_word;
drop text search configuration content_en;
drop text search configuration content_plain;
alter table search_synonym rename to synonym;
alter table synonym rename constraint search_synonym_pk to synonym_pk;
