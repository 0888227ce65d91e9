package org.ketaminecontent.snapshot;

/** The tables of a snapshot's database. */
final class SqliteTables {

    static final String SQL = """
            create table meta (key text not null primary key, value text not null) without rowid;
            create table document (
                number integer primary key, id text not null unique, type text not null, slug text not null,
                locale text not null, version integer not null, title text not null, summary text not null,
                json text not null, expires_at text);
            create index document_name on document (type, slug);
            create table section (
                document integer not null references document, position integer not null, anchor text not null,
                heading text, body text not null, primary key (document, position));
            create table relation (
                document integer not null references document, field text not null, position integer not null,
                type text not null, slug text not null, title text not null,
                primary key (document, field, position)) without rowid;
            create table code (
                document integer not null references document, system text not null, code text not null, display text);
            create index code_index on code (system, code);
            create table crisis (
                position integer primary key, name text not null, jurisdiction text not null, call text, text text,
                text_keyword text, url text, hours text, href text not null);
            create virtual table search using fts5 (
                title, summary, body, tokenize = 'porter unicode61 remove_diacritics 2');
            create virtual table question using fts5 (
                text, id unindexed, tokenize = 'porter unicode61 remove_diacritics 2');
            create virtual table synonym using fts5 (
                phrase, concept unindexed, size unindexed, tokenize = 'porter unicode61 remove_diacritics 2');
            create table ignored (word text not null primary key) without rowid""";

    /** Differs between databases with other tables: a snapshot of an earlier build may lack some. */
    static final int VERSION = SQL.hashCode();

    private SqliteTables() {}
}
