-- Both are trusted extensions: the owner of the database may create them.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- English without its endings and accents.
create text search configuration content_en (copy = english);
alter text search configuration content_en
    alter mapping for hword, hword_part, word, asciihword, hword_asciipart, asciiword with unaccent, english_stem;
-- Words as they are written, for what begins with something.
create text search configuration content_plain (copy = simple);
alter text search configuration content_plain
    alter mapping for hword, hword_part, word, asciihword, hword_asciipart, asciiword with unaccent, simple;

-- Each live document as it is searched for. It goes with its rendition.
create table search_entry (
    entry_id uuid not null constraint search_entry_pk primary key
        constraint search_entry_rendition_fk references rendition on delete cascade,
    collection text not null,
    slug text not null,
    locale text not null,
    title text not null,
    names text[] not null,
    summary text not null,
    risk_summary text,
    theme text,
    certainties text[] not null,
    -- Such as icd-10-cm|F33.2, and what each code system calls it; empty where that is not known.
    codes text[] not null,
    displays text[] not null,
    -- A: title, B: other names, C: summary. Small, so that it stays in the row, where ranking reads it.
    head tsvector not null,
    -- Title and other names, every word as it is written.
    plain tsvector not null
);
create index search_entry_head_index on search_entry using gin (head);
create index search_entry_plain_index on search_entry using gin (plain);
create index search_entry_codes_index on search_entry using gin (codes);
create index search_entry_title_index on search_entry using gin (lower(title) gin_trgm_ops);

-- Everything that a document says, by section; the first is what stands above the sections.
create table search_section (
    entry_id uuid not null constraint search_section_entry_fk references search_entry on delete cascade,
    position integer not null,
    anchor text,
    heading text,
    body text not null,
    -- A: heading, D: text.
    words tsvector not null,
    constraint search_section_pk primary key (entry_id, position)
);
create index search_section_words_index on search_section using gin (words);

-- In how many documents each word stands, without its ending.
create table search_lexeme (
    lexeme text not null constraint search_lexeme_pk primary key,
    documents integer not null
);

-- Every word of the content, to find what a misspelt one was meant to be.
create table search_word (
    word text not null constraint search_word_pk primary key
);
create index search_word_trigram_index on search_word using gin (word gin_trgm_ops);

-- What readers call things, from the pack.
create table search_synonym (
    position integer not null constraint search_synonym_pk primary key,
    words text[] not null,
    also text[] not null,
    ignored text[] not null
);
