#!/usr/bin/env python3
"""Measures the packaged application beside nginx with the same bytes, and writes docs/performance.md.

    ./mvnw package -DskipTests && src/bench/run.py [--seconds 10] [--rounds 5] [--java-home /path/to/jdk-25]

With --quick it measures everything in a few minutes, once and briefly: to see what a change did, not to publish.

Needs a JDK 25, wrk, nginx and psql (Debian: apt-get install wrk nginx-light postgresql-client).
Everything listens on 127.0.0.1 and lives in a temporary folder.
"""
import argparse, atexit, http.client, json, os, re, shutil, signal, socket, statistics, subprocess, tempfile, time
import urllib.error, urllib.parse, urllib.request

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PACKAGE = os.path.join(ROOT, "target", "quarkus-app")
TOPIC = "/v1/topics/what-ketamine-is"
LIST = "/v1/topics?limit=20&fields=title,summary,theme"
INCLUDES = TOPIC + "?include=conditions,sideEffects,faqs,references"
BRIEF = "/v1/topics?limit=20&fields=title,summary"
UNKNOWN = "/v1/topics/what-ketamine-iz"
# The section that offline.py writes.
OFFLINE = "## Copies that apps keep"
FILTERED = "/v1/faqs?condition=major-depressive-disorder&sort=-updatedAt,question&fields=question&limit=3"


JUDGEMENTS = os.path.join(ROOT, "src", "test", "resources", "search", "judgements.yaml")
HEAVY = ["ketamine", "ketamine depression treatment", "the " * 49, "a & b | !c", "mg", "%_*" * 60, "\U0001f600" * 50,
         "ketamine infusion session clinic dose treatment therapy depression anxiety pain risk safe",
         "what is the best ketamine therapy for depression and anxiety with side effects and cost and risk of addiction",
         "ketamin depressin anxeity infushion theropy sesion clinc bladdar nausia hedache dizy memry"]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def started(command, cwd=None, stdout=subprocess.DEVNULL):
    """A process that ends with this one, however this one ends."""
    process = subprocess.Popen(command, cwd=cwd, stdout=stdout, stderr=subprocess.STDOUT)
    atexit.register(lambda: process.terminate() or process.wait())
    return process


def machine():
    """How busy and how fast the machine is at this hour: figures of different hours are compared by it."""
    load, begun = os.getloadavg()[0], time.perf_counter()
    for _ in range(20_000_000):
        pass
    return f"load average {load:.1f}, {time.perf_counter() - begun:.2f} s for counting to 20 million"


def get(url, headers=None):
    request = urllib.request.Request(url, headers=headers or {})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.headers, answer.read()


class Place:
    """A folder with the application laid out as in the image, and the PostgreSQL that it starts for itself."""

    def __init__(self, folder, java_home):
        self.folder = folder
        self.app = os.path.join(folder, "app")
        self.java = os.path.join(java_home, "bin", "java")
        shutil.copytree(PACKAGE, self.app)
        for name in ("java-options", "learn"):
            shutil.copy(os.path.join(ROOT, "docker", name), self.app)
        self.options = open(os.path.join(self.app, "java-options")).read().split()
        self.settings = []
        self.child = None
        first = Application(self)
        self.first_start = first.started
        # Told to end, it would end its database too.
        first.process.kill()
        first.process.wait()
        lines = open(os.path.join(self.app, ".data", "postgresql-18", "postmaster.pid")).read().split("\n")
        self.database, self.database_port = int(lines[0]), lines[3]
        atexit.register(self.signal_database, signal.SIGINT)
        self.command = [os.fsdecode(each) for each in open(f"/proc/{self.database}/cmdline", "rb").read().split(b"\0")[:-1]]
        self.url = f"jdbc:postgresql://127.0.0.1:{self.database_port}/postgres"
        password_file = os.path.join(self.app, ".data", "postgresql-18", "pgpass")
        os.environ["PGPASSFILE"] = password_file
        self.password = re.search("postgres:(.*)", open(password_file).read()).group(1)
        self.settings = ["-Dquarkus.datasource.jdbc.url=" + self.url, "-Dquarkus.datasource.username=postgres",
                         "-Dquarkus.datasource.password=" + self.password]

    def learn(self, with_database):
        known = {"QUARKUS_DATASOURCE_JDBC_URL": self.url, "QUARKUS_DATASOURCE_USERNAME": "postgres",
                 "QUARKUS_DATASOURCE_PASSWORD": self.password} if with_database else {}
        path = os.path.dirname(self.java) + os.pathsep + os.environ["PATH"]
        subprocess.run([os.path.join(self.app, "learn")], env=os.environ | known | {"PATH": path}, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start_time(self, *options):
        def once():
            application = Application(self, *options)
            time.sleep(1 if QUICK else 3)
            application.stop()
            return application.started
        return statistics.median(once() for _ in range(1 if QUICK else 5))

    def database_processes(self):
        children = subprocess.run(["pgrep", "-P", str(self.database)], capture_output=True, text=True).stdout.split()
        return [self.database] + [int(child) for child in children]

    def signal_database(self, which):
        for process in self.database_processes():
            try:
                os.kill(process, which)
            except ProcessLookupError:
                pass

    def restart_database(self):
        # PostgreSQL refuses the superuser, unless in a namespace of its own.
        before = ["unshare", "-U"] if os.geteuid() == 0 else []
        if self.child:
            # PostgreSQL would take one that nobody has waited for yet for one that runs.
            self.child.wait()
        self.child = started(before + self.command)
        self.database = self.child.pid


AOT = "-XX:AOTCache=application.aot"
# What the JVM does unless it is told to put the thorough compiler off.
EAGER = ["-XX:Tier4InvocationThreshold=5000", "-XX:Tier4MinInvocationThreshold=600", "-XX:Tier4CompileThreshold=15000",
         "-XX:Tier4BackEdgeThreshold=40000"]

# Nothing is kept, and no files for apps are made beside what is measured.
UNCACHED = ["-Dketamine-content.http.cache.size=0", "-Dketamine-content.snapshots.enabled=false"]


class Application:
    def __init__(self, place, *options):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = os.path.join(place.folder, "application.log")
        begun = time.time()
        self.process = started(
            [place.java, *place.options, "-Dquarkus.http.host=127.0.0.1", f"-Dquarkus.http.port={self.port}",
             *place.settings, *options, "-jar", "quarkus-run.jar"],
            cwd=place.app, stdout=open(self.log, "w"))
        while True:
            try:
                get(self.base + TOPIC)
                break
            except Exception:
                if self.process.poll() is not None or time.time() - begun > 300:
                    raise SystemExit("the application did not start:\n" + open(self.log).read())
                time.sleep(0.01)
        self.started = time.time() - begun

    def resident(self):
        return self.memory("VmRSS")

    def anonymous(self):
        """Resident memory without the pages of files, which the system takes back when it needs them."""
        return self.memory("RssAnon")

    def memory(self, kind):
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(kind + r":\s+(\d+)", status).group(1)) / 1024

    def processor_time(self):
        """Milliseconds of all its threads until now."""
        times = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return 1000 * (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.terminate()
        self.process.wait()


def wrk(url, seconds, headers=()):
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    return read_wrk(subprocess.run(command + [url], capture_output=True, text=True, check=True).stdout)


def read_wrk(out):
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", out)
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)),
        "p50": milliseconds(out, "50"), "p99": milliseconds(out, "99"),
        "failed": (int(failed.group(1)) if failed else 0) + (sum(map(int, broken.groups())) if broken else 0),
    }


def milliseconds(out, share):
    value, unit = re.search(share + r"%\s+([\d.]+)(\w+)", out).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


class Nginx:
    """The same bytes as static files, with the same headers."""

    SKIPPED = {"content-length", "content-type", "content-encoding", "etag", "last-modified", "date", "connection", "cache-status"}

    def __init__(self, folder, application, paths):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        files = os.path.join(folder, "files")
        os.makedirs(files)
        places = ""
        for name, path in paths.items():
            headers, body = get(application.base + path)
            open(os.path.join(files, name), "wb").write(body)
            open(os.path.join(files, name + ".gz"), "wb").write(get(application.base + path, {"Accept-Encoding": "gzip"})[1])
            added = "".join(f"add_header {n} '{v}';" for n, v in headers.items() if n.lower() not in self.SKIPPED)
            places += f"location = /{name} {{ {added} }}\n"
        configuration = os.path.join(folder, "nginx.conf")
        open(configuration, "w").write(f"""
{"user root; " if os.geteuid() == 0 else ""}worker_processes auto; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.err;
events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; tcp_nopush on; open_file_cache max=100; gzip_static on; keepalive_requests 100000000;
default_type application/json;
server {{ listen 127.0.0.1:{self.port}; root {files}; {places} }} }}""")
        self.process = started(["nginx", "-c", configuration])
        time.sleep(1)

    def stop(self):
        self.process.terminate()
        self.process.wait()


QUICK = False


def warm_up(url, headers=()):
    """Asks until half a minute more makes it no faster: compilers share the processors with what they compile."""
    best, since = 0, 0
    for _ in range(4 if QUICK else 36):
        rate = wrk(url, 2 if QUICK else 5, headers)["rate"]
        since = 0 if rate > 1.03 * best else since + 1
        best = max(best, rate)
        if since == 6:
            return


def side_by_side(application, nginx, name, path, headers, seconds, rounds):
    ours, theirs = [], []
    warm_up(application.base + path, headers(application.base + path))
    wrk(f"{nginx.base}/{name}", 1 if QUICK else 3, headers(f"{nginx.base}/{name}"))
    for _ in range(rounds):
        ours.append(wrk(application.base + path, seconds, headers(application.base + path)))
        theirs.append(wrk(f"{nginx.base}/{name}", seconds, headers(f"{nginx.base}/{name}")))
    return {
        "ours": middle(ours), "theirs": middle(theirs),
        "ratio": statistics.median(a["rate"] / b["rate"] for a, b in zip(ours, theirs)),
        "failed": sum(each["failed"] for each in ours + theirs),
    }


def middle(runs):
    return {key: statistics.median(run[key] for run in runs) for key in ("rate", "p50", "p99")} | {
        "failed": sum(run["failed"] for run in runs)}


def alone(application, path, seconds, rounds):
    warm_up(application.base + path)
    return middle([wrk(application.base + path, seconds) for _ in range(rounds)])


def page_five(base):
    path = FILTERED
    for _ in range(4):
        path = json.loads(get(base + path)[1])["links"]["next"].replace(base, "")
    return path


def judged():
    return re.findall(r"q: [\"']?(.*?)[\"']?, expect", open(JUDGEMENTS).read())


def waits(application, paths, passes, status=200):
    """What one reader waits for each of these, one after the other on one connection, once that gets no shorter."""
    connection = http.client.HTTPConnection("127.0.0.1", application.port, timeout=30)

    def once():
        found = []
        for path in paths:
            begun = time.perf_counter()
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            found.append(1000 * (time.perf_counter() - begun))
            if answer.status != status:
                raise SystemExit(f"{path} was answered {answer.status}")
        return found

    best, since = float("inf"), 0
    for _ in range(15 if QUICK else 60):
        wait = statistics.mean(once())
        since = 0 if wait < 0.97 * best else since + 1
        best = min(best, wait)
        if since == 6:
            break
    found = sorted(wait for _ in range(passes) for wait in once())
    return {"p50": statistics.median(found), "p99": found[int(0.99 * len(found))], "max": found[-1], "queries": len(paths),
            "rate": 1000 / statistics.mean(found), "failed": 0}


def not_there(application, passes):
    """How long it takes to say that there is no such document, and which one may be meant; one at a time."""
    return waits(application, [UNKNOWN] * 100, passes, status=404)


def searches(application, passes):
    """The queries that the ranking is judged by, and heavy ones."""
    return waits(application, ["/v1/search?q=" + urllib.parse.quote(each) for each in judged() + HEAVY], passes)


def suggestions(application, passes):
    """What is suggested while the judged queries are written."""
    beginnings = sorted({query[:length] for query in judged() for length in (2, 4, 7)})
    return waits(application, ["/v1/suggest?q=" + urllib.parse.quote(each.strip()) for each in beginnings], passes)


def script(folder):
    """Has wrk ask for one judged query after the other."""
    path = os.path.join(folder, "search.lua")
    queries = ", ".join(json.dumps("/v1/search?q=" + urllib.parse.quote(each)) for each in judged())
    open(path, "w").write(f"local paths = {{{queries}}}\nlocal n = 0\n"
                          "request = function() n = n % #paths + 1 return wrk.format('GET', paths[n]) end\n")
    return path


def wrk_searches(application, seconds, folder):
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", "-s", script(folder), application.base]
    before = application.processor_time()
    found = read_wrk(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found["cpu"] = (application.processor_time() - before) / max(1, found["rate"] * seconds)
    return found


def search_rate(application, seconds, rounds, folder):
    """Searches a second of 32 readers, and the processor time that each takes in the application, in milliseconds."""
    for _ in range(2 if QUICK else 12):
        wrk_searches(application, 5, folder)
    runs = [wrk_searches(application, seconds, folder) for _ in range(rounds)]
    return middle(runs) | {"cpu": statistics.median(run["cpu"] for run in runs)}


def until_found(application):
    """The index is made beside the first answers."""
    for _ in range(600):
        try:
            if not json.loads(get(application.base + "/v1/search?q=ketamine")[1])["stale"]:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise SystemExit("the search index is not made")


def until_idle(application):
    """The index goes on to take in documents that came past the application, while it answers from those that it has."""
    for _ in range(200):
        before = application.processor_time()
        time.sleep(2)
        if application.processor_time() - before < 100:
            return
    raise SystemExit("the application does not come to rest")


def database_away(place, application, seconds, *what):
    """Reads what is ready while PostgreSQL is frozen, goes on, is killed, and starts again."""
    load = subprocess.Popen(["wrk", "-t1", "-c32", "--latency", f"-d{5 * seconds}s", *(what or [application.base + TOPIC])],
                            stdout=subprocess.PIPE, text=True)
    time.sleep(seconds)
    place.signal_database(signal.SIGSTOP)
    time.sleep(seconds)
    place.signal_database(signal.SIGCONT)
    time.sleep(seconds)
    place.signal_database(signal.SIGKILL)
    time.sleep(seconds)
    place.restart_database()
    out = load.communicate()[0]
    for _ in range(40):
        try:
            get(application.base + "/v1/topics?limit=7")
            break
        except OSError:
            time.sleep(0.25)
    return read_wrk(out)


def plain(url):
    return ()


def zipped(url):
    return ("Accept-Encoding: gzip",)


def known(url):
    return ("If-None-Match: " + get(url)[0]["ETag"],)


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def measured(what, seconds):
    """No row for what was not measured."""
    return [] if seconds is None else [row(what, f"{seconds:.2f} s")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--java-home", default=os.environ.get("JAVA_HOME", "/usr"))
    parser.add_argument("--out")
    parser.add_argument("--quick", action="store_true")
    arguments = parser.parse_args()
    global QUICK
    QUICK = arguments.quick
    if QUICK:
        arguments.seconds, arguments.rounds = 2, 1
    # What was measured in haste is for whoever asked, and stands in no page.
    out = arguments.out or (os.devnull if QUICK else os.path.join(ROOT, "docs", "performance.md"))
    passes = 3 if QUICK else 5
    state = machine()
    folder = tempfile.mkdtemp(prefix="bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    seconds, rounds = arguments.seconds, arguments.rounds

    place = Place(folder, arguments.java_home)
    version = subprocess.run([place.java, "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    without_cache = place.start_time()
    # To learn twice takes a minute.
    if not QUICK:
        place.learn(with_database=False)
    with_cache = None if QUICK else place.start_time(AOT)
    place.learn(with_database=True)
    with_full_cache = place.start_time(AOT)
    eager = None if QUICK else place.start_time(AOT, *EAGER)
    print("start:", without_cache, with_cache, with_full_cache, eager, flush=True)

    memory = {}
    kinds = [("as it is", [AOT]), ("without compact object headers", ["-XX:-UseCompactObjectHeaders"]),
             ("without an AOT cache", [])]
    for title, options in kinds[:1] if QUICK else kinds:
        application = Application(place, *options)
        time.sleep(8)
        after_start = application.resident()
        for path in (TOPIC, LIST, INCLUDES):
            wrk(application.base + path, seconds)
        memory[title] = after_start, application.resident(), application.anonymous()
        application.stop()
    print(memory, flush=True)

    application = Application(place, AOT)
    nginx = Nginx(folder, application, {"topic": TOPIC, "list": LIST, "includes": INCLUDES})
    compared = []
    for title, name, path in (("one topic", "topic", TOPIC), ("list of 20, three fields", "list", LIST),
                              ("topic with all includes", "includes", INCLUDES)):
        for kind, headers in (("", plain), (", gzip", zipped)):
            compared.append((title + kind, side_by_side(application, nginx, name, path, headers, seconds, rounds)))
            print(*compared[-1], flush=True)
    compared.append(("`If-None-Match` → 304", side_by_side(application, nginx, "topic", TOPIC, known, seconds, rounds)))
    print(*compared[-1], flush=True)
    nginx.stop()
    away = database_away(place, application, seconds)
    resident_after_all = application.resident()
    application.stop()

    uncached = Application(place, AOT, *UNCACHED)
    until_found(uncached)
    until_idle(uncached)
    single = alone(uncached, TOPIC, seconds, rounds)
    brief = alone(uncached, BRIEF, seconds, rounds)
    small = alone(uncached, page_five(uncached.base), seconds, rounds)
    search_small, suggest_small = searches(uncached, passes), suggestions(uncached, passes)
    rate_small = search_rate(uncached, seconds, rounds, folder)
    resident_small = uncached.resident(), uncached.anonymous()
    found_away = database_away(place, uncached, seconds, "-s", script(folder), uncached.base)
    print("searches:", search_small, suggest_small, rate_small, found_away, flush=True)
    subprocess.run(["psql", "-q", "-h", "127.0.0.1", "-p", place.database_port, "-U", "postgres", "-v",
                    "ON_ERROR_STOP=1", "-f", os.path.join(ROOT, "src", "bench", "generate.sql")],
                   check=True)
    uncached.stop()
    uncached = Application(place, AOT, *UNCACHED)
    begun = time.time()
    until_found(uncached)
    until_idle(uncached)
    made = time.time() - begun
    unknown = not_there(uncached, passes)
    large = alone(uncached, page_five(uncached.base), seconds, rounds)
    search_large, suggest_large = searches(uncached, passes), suggestions(uncached, passes)
    rate_large = search_rate(uncached, seconds, rounds, folder)
    resident_large = uncached.resident(), uncached.anonymous()
    uncached.stop()

    cached = compared[0][1]["ours"]["rate"]
    lines = [
        "# Performance", "",
        f"Written by `src/bench/run.py {'--quick' if QUICK else f'--seconds {seconds} --rounds {rounds}'}`: {os.cpu_count()} cores that the load "
        f"generator, nginx, the application and PostgreSQL share; {version}; the layout and options of the image; before it "
        f"began: {state}. Figures "
        "are medians, after a warm-up that goes on until it makes nothing faster; a ratio is the median of those of "
        "neighbouring runs.", "",
        "## Answers that are kept ready, beside nginx with the same bytes as files", "",
        row("what", "req/s", "nginx req/s", "ratio", "p50 ms", "p99 ms", "failed"), row(*["---"] * 7)]
    for title, found in compared:
        ours = found["ours"]
        lines.append(row(title, round(ours["rate"]), round(found["theirs"]["rate"]), f"{found['ratio']:.2f}",
                         f"{ours['p50']:.2f}", f"{ours['p99']:.2f}", found["failed"]))
    lines += ["", "## Answers that are not kept (cache size 0)", "", row("what", "req/s", "p50 ms", "p99 ms", "failed"),
              row(*["---"] * 5)]
    for title, found in (("one topic by slug", single), ("list of 20, two fields", brief), ("page 5 of a filtered, sorted list", small),
                         ("the same with 10,000 topics and 10,000 questions more", large),
                         ("a slug that there is not, beside them, one at a time", unknown)):
        lines.append(row(title, round(found["rate"]), f"{found['p50']:.2f}", f"{found['p99']:.2f}", found["failed"]))
    lines += [
        "", f"One topic that is not kept runs at {single['rate'] / cached:.2f} of the rate of one that is. "
        f"The p50 of the page with 20,000 documents is {large['p50'] / small['p50']:.2f} of that with 87.", "",
        "## Searches (cache size 0)", "",
        f"{search_small['queries']} queries: those that the ranking is judged by, and heavy ones; and the beginnings of "
        "queries for suggestions; one at a time.", "",
        row("what", "documents", "p50 ms", "p99 ms", "slowest ms"), row(*["---"] * 5),
        *(row(what, documents, *(f"{found[key]:.1f}" for key in ("p50", "p99", "max")))
          for what, documents, found in (("search", "those of the pack", search_small), ("search", "20,000 more", search_large),
                                         ("suggest", "those of the pack", suggest_small),
                                         ("suggest", "20,000 more", suggest_large))), "",
        "32 connections, each with one search after the other:", "",
        row("documents", "searches/s", "p50 ms", "p99 ms", "failed", "processor time of a search, ms", "resident after, MiB",
            "of which not files, MiB"),
        row(*["---"] * 8),
        *(row(documents, round(found["rate"]), f"{found['p50']:.1f}", f"{found['p99']:.1f}", found["failed"],
              f"{found['cpu']:.2f}", *map(round, resident))
          for documents, found, resident in (("those of the pack", rate_small, resident_small),
                                             ("20,000 more", rate_large, resident_large))), "",
        f"The index of 20,000 documents more was there {made:.0f} s after the first answer.", "",
        "## Start, memory, and a database that is away", "",
        row("what", "figure"), row("---", "---"),
        row("first start, on an empty database, to the first 200", f"{place.first_start:.2f} s"),
        row("start to the first 200, content published before", f"{without_cache:.2f} s"),
        *measured("the same with an AOT cache learned without a database", with_cache),
        row("the same with the AOT cache that the image brings, learned with a database", f"{with_full_cache:.2f} s"),
        *measured("the same with the JVM's own thresholds for its thorough compiler", eager),
        *(row(f"resident memory {title}, after start and after load", f"{before:.0f} and {after:.0f} MiB, of which not files {own:.0f}")
          for title, (before, after, own) in memory.items()),
        row("resident memory after all of the above", f"{resident_after_all:.0f} MiB"),
        row("failed reads of a kept topic while PostgreSQL is frozen, goes on, is killed and starts again",
            f"{away['failed']} at {away['rate']:.0f} req/s"),
        row("failed searches meanwhile, not kept", f"{found_away['failed']} at {found_away['rate']:.0f} req/s"), ""]
    if os.path.isfile(out):
        # offline.py and webhooks.py measure and write the last sections.
        lines += [each.strip() + "\n" for each in re.split("(?m)^(?=## )", open(out).read())
                  if each.startswith((OFFLINE, "## Webhooks"))]
    open(out, "w").write("\n".join(lines))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
