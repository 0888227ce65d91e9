"""Keeps all content in an SQLite database, with nothing but what Python comes with: the contract of docs/offline.md.

    python3 plain.py http://localhost:8080 content.sqlite [--snapshot]

Begins with a snapshot where that is asked for, and otherwise from nothing. Prints the digest of what it has, and its number.
"""
import hashlib
import http.client
import json
import os
import re
import sqlite3
import sys
import time
import urllib.error
import urllib.request

# EX_TEMPFAIL of sysexits.h
AGAIN_LATER = 75

TABLES = """
    create table meta (key text not null primary key, value text not null) without rowid;
    create table document (
        number integer primary key, id text not null unique, type text not null, slug text not null, locale text not null,
        version integer not null, title text not null, summary text not null, json text not null);
    create index document_name on document (type, slug);
    create virtual table search using fts5 (title, summary, body, tokenize = 'porter unicode61 remove_diacritics 2');
"""


def read(address):
    """The bytes at an address, asked for again where they do not come whole."""
    for _ in range(20):
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            if error.code not in (429, 502, 503, 504):
                raise
            time.sleep(min(5, float(error.headers.get("Retry-After") or 0.3)))
        except (OSError, http.client.HTTPException):
            time.sleep(0.3)
    raise TimeoutError(address)


def begin(base, path, with_snapshot):
    """A database from a snapshot, or an empty one."""
    if with_snapshot:
        snapshot = json.loads(read(base + "/v1/snapshots"))["data"][0]
        file = next(each for each in snapshot["files"] if each["format"] == "sqlite" and each["compression"] == "none")
        content = read(base + file["href"][file["href"].index("/v1/"):])
        assert hashlib.sha256(content).hexdigest() == file["sha256"], "the file is what was listed"
        with open(path, "wb") as out:
            out.write(content)
        return sqlite3.connect(path)
    database = sqlite3.connect(path)
    database.executescript(TABLES)
    return database


def first(document, *names):
    return next((document[name] for name in names if isinstance(document.get(name), str)), "")


def drop(database, identifier):
    for (number,) in database.execute("select number from document where id = ?", [identifier]).fetchall():
        for table in ("section", "relation", "code"):
            if database.execute("select 1 from sqlite_master where name = ?", [table]).fetchone():
                database.execute(f"delete from {table} where document = ?", [number])
        database.execute("delete from search where rowid = ?", [number])
        database.execute("delete from document where number = ?", [number])


def store(database, document):
    title, summary = first(document, "title", "name", "question", "term", "label"), first(document, "summary", "shortAnswer", "definition")
    text = json.dumps(document, ensure_ascii=False)
    number = database.execute(
        "insert into document (id, type, slug, locale, version, title, summary, json) values (?, ?, ?, ?, ?, ?, ?, ?)",
        [*(document[name] for name in ("id", "type", "slug", "locale", "version")), title, summary, text]).lastrowid
    sections = " ".join(each["body"] for each in document.get("sections", []))
    database.execute("insert into search (rowid, title, summary, body) values (?, ?, ?, ?)",
                     [number, title, summary, re.sub("<[^>]*>", " ", sections or text)])


def sync(base, database):
    """Follows checkpoints to the end, and says the server's digest."""
    while True:
        token = database.execute("select value from meta where key = 'checkpoint'").fetchone()
        page = json.loads(read(f"{base}/v1/sync?" + (f"checkpoint={token[0]}" if token else "limit=7")))
        with database:  # one transaction
            for item in page["data"]:
                drop(database, item["id"])
                if not item.get("deleted"):
                    store(database, item)
            kept = {"checkpoint": page["page"]["checkpoint"]["token"], "crisisNotice": page["meta"]["crisis"]["notice"],
                    "disclaimer": page["meta"]["disclaimer"], "regulatoryNotice": page["meta"]["regulatoryNotice"]}
            database.executemany("insert or replace into meta values (?, ?)", kept.items())
        if not page["page"]["hasMore"]:
            return page["meta"]["digest"]


def digest(database):
    lines = database.execute("select id || ' ' || locale || ' ' || version || char(10) from document order by id")
    return hashlib.sha256("".join(line for (line,) in lines).encode()).hexdigest()


def main():
    base, path, with_snapshot = sys.argv[1], sys.argv[2], "--snapshot" in sys.argv
    try:
        database = sqlite3.connect(path) if os.path.exists(path) else begin(base, path, with_snapshot)
        expected = sync(base, database)
    except TimeoutError as error:
        print(f"No whole answer came from {error}; what is stored stays, and the next run goes on.", file=sys.stderr)
        sys.exit(AGAIN_LATER)
    found = digest(database)
    assert found == expected, "the store has what the server has"
    print(found, database.execute("select count(*) from document").fetchone()[0])


if __name__ == "__main__":
    main()
