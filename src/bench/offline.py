#!/usr/bin/env python3
"""Measures what an app waits for that keeps all content, with 20,000 documents more than those of the pack.

    ./mvnw package -DskipTests && src/bench/offline.py [--java-home /path/to/jdk-25]

It writes a section of docs/performance.md. Needs a JDK 25, psql and zstd (Debian: apt-get install postgresql-client zstd).
Everything listens on 127.0.0.1 and lives in a temporary folder.
"""
import argparse, atexit, gzip, hashlib, http.client, json, os, re, shutil, sqlite3, statistics, subprocess, tempfile, time, zlib

import run

WARM_UP = 400
TIMES = 100
GENERATED = 20_000
GZIPPED = {"Accept-Encoding": "gzip"}
UNCACHED = "-Dketamine-content.http.cache.size=0"
CHANGE = """
    with last as (select max(number) as number from change),
         one as (select entry_id, document, number from rendition order by number limit 1),
         made as (insert into change (number, collection, slug, document, entry_id, action, version, at)
            select last.number + 1, split_part(one.document, '/', 1), split_part(one.document, '/', 2), one.document,
                one.entry_id, 'RESHAPED', 1, now() from one, last returning number, entry_id)
    update rendition r set number = made.number from made where r.entry_id = made.entry_id"""


def sql(place, *arguments):
    subprocess.run(["psql", "-q", "-h", "127.0.0.1", "-p", place.database_port, "-U", "postgres", "-v", "ON_ERROR_STOP=1",
                    *arguments], check=True, stdout=subprocess.DEVNULL)


class Reader:
    """One reader on one connection."""

    def __init__(self, application):
        self.connection = http.client.HTTPConnection("127.0.0.1", application.port, timeout=60)

    def ask(self, path, **headers):
        self.connection.request("GET", path, headers=headers)

    def answer(self):
        answer = self.connection.getresponse()
        if answer.status != 200:
            raise SystemExit(f"the answer was {answer.status}: {answer.read()[:500]}")
        return answer

    def open(self, path, **headers):
        self.ask(path, **headers)
        return self.answer()

    def get(self, path, **headers):
        return self.open(path, **headers).read()

    def wait(self, path):
        begun = time.perf_counter()
        self.get(path)
        return 1000 * (time.perf_counter() - begun)


class Taken:
    """Seconds since it was made, and the processor time of both sides: on a busy machine the latter tell more."""

    def __init__(self, application):
        self.application = application
        self.begun = time.perf_counter(), application.processor_time(), self.own()

    @staticmethod
    def own():
        return sum(os.times()[:4])

    def now(self):
        seconds, server, client = self.begun
        return (f"{time.perf_counter() - seconds:.1f} s (processor time: application"
                f" {(self.application.processor_time() - server) / 1000:.1f} s, reader {self.own() - client:.1f} s)")


TABLE = "create table document (id text primary key, type text, slug text, json text)"
KEEP = """insert or replace into document select json_extract(value, '$.id'), json_extract(value, '$.type'),
              json_extract(value, '$.slug'), value from json_each(?, '$.data')"""


def by_pages(application, path):
    """A first load by pages into a database: what it takes, bytes, documents and a token."""
    reader, database, taken = Reader(application), sqlite3.connect(path), Taken(application)
    database.execute(TABLE)
    size, following = 0, "/v1/sync?limit=100"
    reader.ask(following, **GZIPPED)
    while following:
        answer = reader.answer()
        packed = answer.read()
        size += len(packed)
        # The next page comes while this one is stored.
        following = re.search(r'<[^>]*(/v1/sync[^>]*)>; rel="next"', answer.headers["Link"])
        if following:
            reader.ask(following[1], **GZIPPED)
        page = gzip.decompress(packed).decode()
        with database:
            database.execute(KEEP, (page,))
    count = database.execute("select count(*) from document").fetchone()[0]
    return taken.now(), size, count, json.loads(page)["page"]["checkpoint"]["token"]


def gunzip(out):
    plain = zlib.decompressobj(16 + zlib.MAX_WBITS)
    return lambda packed: out.write(plain.decompress(packed)), lambda: out.write(plain.flush())


def unzstd(out):
    """By the program, because Python has zstd only since 3.14."""
    program = subprocess.Popen(["zstd", "-dc"], stdin=subprocess.PIPE, stdout=out)

    def end():
        program.stdin.close()
        if program.wait():
            raise SystemExit("zstd failed")
    return program.stdin.write, end


UNPACKED = {"gzip": gunzip, "zstd": unzstd}


def by_snapshot(application, path, snapshot, compression):
    """A first load by a file, and the changes since: what it takes, and its bytes."""
    reader, taken, digest = Reader(application), Taken(application), hashlib.sha256()
    file = next(each for each in snapshot["files"] if (each["format"], each["compression"]) == ("sqlite", compression))
    answer = reader.open(file["href"][file["href"].index("/v1/"):])
    with open(path, "wb") as out:
        take, end = UNPACKED[compression](out)
        while packed := answer.read(1 << 16):
            digest.update(packed)
            take(packed)
        end()
    assert digest.hexdigest() == file["sha256"]
    count = sqlite3.connect(path).execute("select count(*) from document").fetchone()[0]
    page = json.loads(reader.get("/v1/sync?checkpoint=" + snapshot["checkpoint"]))
    assert count == snapshot["documents"] and not page["data"]
    return taken.now(), file["bytes"]


def snapshot(application):
    """The snapshot with the generated documents, which is made a minute after the start or later."""
    for _ in range(600):
        made = json.loads(run.get(application.base + "/v1/snapshots")[1])["data"]
        if made and made[0]["documents"] >= GENERATED:
            return made[0]
        time.sleep(1)
    raise SystemExit("no snapshot was made")


def middle(waits):
    waits = sorted(waits)
    return f"{statistics.median(waits):.1f}", f"{waits[int(0.99 * len(waits))]:.1f}"


def cost(application, path):
    """What a reader waits, and the processor time of the application for each answer."""
    reader = Reader(application)
    for _ in range(WARM_UP):
        reader.wait(path)
    before = application.processor_time()
    waits = [reader.wait(path) for _ in range(TIMES)]
    return *middle(waits), f"{(application.processor_time() - before) / TIMES:.1f}"


def publish(section):
    """Writes the section in place of the one before, above that of webhooks.py."""
    print(section)
    page = os.path.join(run.ROOT, "docs", "performance.md")
    sections = [each for each in re.split("(?m)^(?=## )", open(page).read()) if not each.startswith(run.OFFLINE)]
    place = next((i for i, each in enumerate(sections) if each.startswith("## Webhooks")), len(sections))
    open(page, "w").write("\n".join(each.strip() + "\n" for each in sections[:place] + [section] + sections[place:]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java-home", default=os.environ.get("JAVA_HOME", "/usr"))
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    state = run.machine()
    place = run.Place(folder, arguments.java_home)
    sql(place, "-f", os.path.join(run.ROOT, "src", "bench", "generate.sql"))

    uncached = run.Application(place, UNCACHED)
    # The search index and the snapshot are made beside the first answers.
    run.until_found(uncached)
    made = snapshot(uncached)
    files = {each: by_snapshot(uncached, os.path.join(folder, each), made, each) for each in UNPACKED}
    by_pages(uncached, os.path.join(folder, "warm.sqlite"))
    loaded, size, documents, token = by_pages(uncached, os.path.join(folder, "pages.sqlite"))
    page, listed = cost(uncached, "/v1/sync?types=topics&limit=20"), cost(uncached, "/v1/topics?limit=20")
    delta_path = "/v1/sync?checkpoint=" + token
    sql(place, "-c", CHANGE)
    first = Reader(uncached).wait(delta_path)
    delta = cost(uncached, delta_path)
    uncached.stop()
    cached = run.Application(place)
    run.until_found(cached)
    kept = cost(cached, delta_path)
    cached.stop()

    row = run.row
    lines = [
        run.OFFLINE, "", f"Written by `src/bench/offline.py`: {documents} documents; {os.cpu_count()} cores; before it began: "
        f"{state}; at its end: {run.machine()}.", "",
        row("what", "figure"), row("---", "---"),
        row("first load by pages of 100 into SQLite, not kept", f"{loaded}; {size / 1e6:.1f} MB in gzip"),
        *(row(f"first load by the SQLite file in {each}", f"{began}; {packed / 1e6:.1f} MB")
          for each, (began, packed) in files.items()), "",
        row("one reader", "p50 ms", "p99 ms", "processor time ms"), row(*["---"] * 4),
        row("first answer after a change, not kept", f"{first:.1f}", "", ""),
        row("change of one document, not kept", *delta),
        row("change of one document, kept", *kept),
        row("sync page of 20 topics, not kept", *page),
        row("list page of 20 topics, not kept", *listed), ""]
    publish("\n".join(lines))


if __name__ == "__main__":
    main()
