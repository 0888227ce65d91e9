#!/usr/bin/env python3
"""Measures how soon endpoints are told of changes, what a dead one costs the others, and what all of it costs who publishes.

    ./mvnw package -DskipTests && src/bench/webhooks.py [--events 10000] [--java-home /path/to/jdk-25] [--quick]

Writes its section of docs/performance.md; with --quick it measures briefly, and only prints. Needs a JDK 25 and psql.
Everything listens on 127.0.0.1 and lives in a temporary folder.
"""
import argparse, asyncio, atexit, json, os, re, shutil, statistics, subprocess, tempfile, threading, time, urllib.error, urllib.request, uuid
from run import Application, Place, ROOT, free_port, machine, row

HEADING = "## Webhooks"
ENDPOINTS = 100
OF_TEN = 10
FOLDER = tempfile.mkdtemp(prefix="bench-webhooks-")


class Listener(asyncio.Protocol):
    """Takes every request, and keeps when it came: by path, then by webhook-id."""

    came = {}

    def __init__(self):
        self.pending = b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.pending += data
        while b"\r\n\r\n" in self.pending:
            head, rest = self.pending.split(b"\r\n\r\n", 1)
            length = int(re.search(rb"content-length: *(\d+)", head, re.I).group(1))
            if len(rest) < length:
                return
            self.pending = rest[length:]
            path = head.split(b" ", 2)[1].decode()
            name = re.search(rb"webhook-id: *(\S+)", head, re.I).group(1).decode()
            Listener.came.setdefault(path, {}).setdefault(name, time.time())
            if not path.startswith("/silent"):
                self.transport.write(b"HTTP/1.1 204 No Content\r\n\r\n")

    @staticmethod
    def start():
        port = free_port()
        loop = asyncio.new_event_loop()
        loop.run_until_complete(loop.create_server(Listener, "127.0.0.1", port))
        threading.Thread(target=loop.run_forever, daemon=True).start()
        return f"http://127.0.0.1:{port}"

    @staticmethod
    def count():
        return {path: len(came) for path, came in list(Listener.came.items())}


class Editors:
    """An author and a reviewer, with keys that the key of the start made."""

    def __init__(self, application):
        self.base = application.base + "/editorial/v1/"
        start = re.search(r"kc_\w+", open(application.log).read()).group(0)
        self.author = self.ask("keys", {"name": "Author", "scopes": ["read", "write", "publish", "admin"]}, key=start)[0]["key"]
        self.reviewer = self.ask("keys", {"name": "Reviewer", "scopes": ["read", "review"], "reviewerName": "Example Reviewer",
                                          "credentials": "MD"}, key=start)[0]["key"]

    def ask(self, path, body=None, key=None, tag=None, method=None):
        headers = {"Authorization": "Bearer " + (key or self.author), "Content-Type": "application/json"}
        if tag:
            headers["If-Match"] = tag
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                text = answer.read()
                return (json.loads(text) if text else None), answer.headers.get("ETag")
        except urllib.error.HTTPError as refusal:
            raise SystemExit(f"{path}: {refusal.status} {refusal.read().decode()}")

    def publish(self):
        """When a new term was sent to be published, and how many seconds that took."""
        name = f"bench-{uuid.uuid4()}"
        content = {"term": name, "confirmation": "editorial", "drafting": "person",
                   "body": f"A word that stands here to be measured and is called {name}, and that nobody reads."}
        tag = self.ask("glossary", {"slug": name, "content": content})[1]
        tag = self.ask(f"glossary/{name}/submit", {}, tag=tag)[1]
        tag = self.ask(f"glossary/{name}/approve", {}, key=self.reviewer, tag=tag)[1]
        begun = time.time()
        self.ask(f"glossary/{name}/publish", {}, tag=tag)
        return begun, time.time() - begun

    def listen(self, urls):
        for url in urls:
            self.ask("webhooks", {"name": "Bench", "kind": "standard", "url": url})

    def forget(self):
        for each in self.ask("webhooks")[0]["data"]:
            self.ask("webhooks/" + each["id"], method="DELETE")
        Listener.came.clear()


def wait(is_there, seconds=1800):
    end = time.time() + seconds
    while not is_there():
        if time.time() > end:
            raise SystemExit(f"it was not there after {seconds} seconds: {Listener.count()}")
        time.sleep(0.05)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def told(editors, url, times):
    """Seconds from the request to publish until each of all endpoints is told."""
    editors.listen(f"{url}/{number}" for number in range(ENDPOINTS))
    waits = []
    for turn in range(times + 2):
        before = sum(Listener.count().values())
        begun, _ = editors.publish()
        wait(lambda: sum(Listener.count().values()) == before + ENDPOINTS, 60)
        if turn >= 2:
            waits += [max(came.values()) - begun for came in Listener.came.values()]
    return waits


def cost(editors, url, times):
    """Seconds that publishing takes without webhooks, and with all of them, by turns."""
    found = {False: [], True: []}
    for turn in range(7):
        with_webhooks = turn % 2 == 1
        editors.forget()
        if with_webhooks:
            editors.listen(f"{url}/{number}" for number in range(ENDPOINTS))
        for count in range(times):
            seconds = editors.publish()[1]
            # The first turn is there to warm up.
            found[with_webhooks] += [seconds] if turn else []
            if with_webhooks:
                wait(lambda: sum(Listener.count().values()) == ENDPOINTS * (count + 1), 60)
    editors.forget()
    return found


def many(editors, place, url, events, tenth):
    """Seconds until each of nine endpoints is told of each of so many changes that come at once, whatever the tenth does."""
    editors.listen(f"{url}/{number}" for number in range(OF_TEN - 1))
    editors.listen([tenth])
    begun = time.time()
    sql(place, f"""insert into change (number, collection, slug, document, entry_id, action, version, at)
        select c.number + n, c.collection, c.slug, c.document, c.entry_id, 'PUBLISHED', c.version, now() + n * interval '1 microsecond'
        from (select * from change order by number desc limit 1) c, generate_series(1, {events}) n; notify content_change""")
    nine = [f"/{number}" for number in range(OF_TEN - 1)]
    wait(lambda: all(Listener.count().get(path, 0) >= events for path in nine))
    waits = [at - begun for path in nine for at in Listener.came[path].values()]
    editors.forget()
    return waits


def sql(place, text):
    subprocess.run(["psql", "-q", "-h", "127.0.0.1", "-p", place.database_port, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-c", text],
                   check=True)


def section(quick, states, version, waits, publishing, events, alone, dead, silent):
    without, with_webhooks = (statistics.median(publishing[each]) for each in (False, True))
    lines = [
        HEADING, "",
        f"Written by `src/bench/webhooks.py{quick}`: {os.cpu_count()} cores that the listeners, the application and PostgreSQL share; {version}; "
        f"before it began: {states[0]}; at its end: {states[1]}.", "",
        row("what", "figure"), row("---", "---"),
        row(f"from the request to publish until {ENDPOINTS} endpoints are told, p50, p99 and latest of {len(waits)} deliveries",
            f"{percentile(waits, 0.5):.2f}, {percentile(waits, 0.99):.2f} and {max(waits):.2f} s"),
        row(f"to publish, without webhooks and with {ENDPOINTS}, median of {len(publishing[True])} each",
            f"{1000 * without:.1f} and {1000 * with_webhooks:.1f} ms ({with_webhooks / without:.2f})")]
    for title, found in (("ten endpoints that answer", alone), ("one of the ten refuses connections", dead),
                         ("one of the ten never answers", silent)):
        lines.append(row(f"{events:,} changes at once, {title}: until nine are told, p50, p99 and latest",
                         f"{percentile(found, 0.5):.1f}, {percentile(found, 0.99):.1f} and {max(found):.1f} s"))
    return lines + [""]


def write(lines):
    path = os.path.join(ROOT, "docs", "performance.md")
    text = open(path).read().split(HEADING)[0].rstrip("\n") + "\n\n"
    open(path, "w").write(text + "\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--java-home", default=os.environ.get("JAVA_HOME", "/usr"))
    parser.add_argument("--quick", action="store_true")
    arguments = parser.parse_args()
    events = 1000 if arguments.quick else arguments.events
    times = 5 if arguments.quick else 20
    before = machine()
    atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
    place = Place(FOLDER, arguments.java_home)
    version = subprocess.run([place.java, "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    application = Application(place, "-Dketamine-content.webhooks.private-targets=127.0.0.1:*",
                              "-Dketamine-content.access.bootstrap-key=make", "-Dketamine-content.access.writes-per-minute=1000000")
    editors, url = Editors(application), Listener.start()
    waits = told(editors, url, times)
    print("told:", percentile(waits, 0.5), percentile(waits, 0.99), flush=True)
    publishing = cost(editors, url, times)
    print("cost:", {key: statistics.median(each) for key, each in publishing.items()}, flush=True)
    # The first round warms up.
    many(editors, place, url, events, f"{url}/9")
    found = []
    for tenth in (f"{url}/9", f"http://127.0.0.1:{free_port()}/", f"{url}/silent"):
        found.append(many(editors, place, url, events, tenth))
        print("many:", percentile(found[-1], 0.5), percentile(found[-1], 0.99), max(found[-1]), flush=True)
    application.stop()
    lines = section(" --quick" if arguments.quick else "", (before, machine()), version, waits, publishing, events, *found)
    print("\n".join(lines))
    if not arguments.quick:
        write(lines)


if __name__ == "__main__":
    main()
