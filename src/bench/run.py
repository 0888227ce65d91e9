#!/usr/bin/env python3
"""Measures the packaged application beside nginx with the same bytes, and writes docs/performance.md.

    ./mvnw package -DskipTests && src/bench/run.py [--seconds 10] [--rounds 5] [--java /path/to/java]

Needs wrk, nginx and psql (Debian: apt-get install wrk nginx-light postgresql-client).
Everything listens on 127.0.0.1 and lives in a temporary folder.
"""
import argparse, gzip, json, os, platform, re, shutil, signal, socket, statistics, subprocess, tempfile, time
import urllib.request

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
JAR = os.path.join(ROOT, "target", "quarkus-app", "quarkus-run.jar")
OPTIONS = os.path.join(ROOT, "docker", "java-options")
TOPIC = "/v1/topics/what-ketamine-is"
LIST = "/v1/topics?limit=20&fields=title,summary,theme"
INCLUDES = TOPIC + "?include=conditions,sideEffects,faqs,references"
FILTERED = "/v1/faqs?condition=major-depressive-disorder&sort=-updatedAt,question&fields=question&limit=3"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def get(url, headers=None):
    request = urllib.request.Request(url, headers=headers or {})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return dict(answer.headers), answer.read()


class Application:
    def __init__(self, java, folder, *settings, learning=False):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = os.path.join(folder, "application.log")
        begun = time.time()
        options = open(OPTIONS).read().split()
        cache = os.path.join(folder, "application.aot")
        if learning:
            options.append("-XX:AOTCacheOutput=" + cache)
        elif os.path.exists(cache):
            options.append("-XX:AOTCache=" + cache)
        self.process = subprocess.Popen(
            [java, *options, "-Dquarkus.http.host=127.0.0.1", f"-Dquarkus.http.port={self.port}", *settings, "-jar", JAR],
            cwd=folder, stdout=open(self.log, "w"), stderr=subprocess.STDOUT)
        while True:
            try:
                get(self.base + TOPIC)
                break
            except Exception:
                if self.process.poll() is not None or time.time() - begun > 120:
                    raise SystemExit("the application did not start:\n" + open(self.log).read())
                time.sleep(0.01)
        self.started = time.time() - begun

    def resident(self):
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def database_port(self):
        return re.search(r"Local PostgreSQL on port (\d+)", open(self.log).read()).group(1)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def wrk(url, seconds, headers=()):
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    out = subprocess.run(command + [url], capture_output=True, text=True, check=True).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", out)
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)),
        "p50": milliseconds(re.search(r"50%\s+(\S+)", out).group(1)),
        "p99": milliseconds(re.search(r"99%\s+(\S+)", out).group(1)),
        "failed": (int(failed.group(1)) if failed else 0) + (sum(map(int, broken.groups())) if broken else 0),
    }


def milliseconds(text):
    value, unit = re.match(r"([\d.]+)(\w+)", text).groups()
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
            with gzip.open(os.path.join(files, name + ".gz"), "wb") as out:
                out.write(body)
            added = "".join(f'add_header {n} "{v}";' for n, v in headers.items() if n.lower() not in self.SKIPPED
                            and '"' not in v)
            places += f"location = /{name} {{ {added} }}\n"
        configuration = os.path.join(folder, "nginx.conf")
        open(configuration, "w").write(f"""
worker_processes auto; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.err;
events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; tcp_nopush on; open_file_cache max=100; gzip_static on; keepalive_requests 100000000;
default_type application/json;
server {{ listen 127.0.0.1:{self.port}; root {files}; {places} }} }}""")
        self.process = subprocess.Popen(["nginx", "-c", configuration])
        time.sleep(1)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def side_by_side(application, nginx, name, path, headers, seconds, rounds):
    ours, theirs = [], []
    wrk(application.base + path, seconds, headers(application.base + path))
    wrk(f"{nginx.base}/{name}", 3, headers(f"{nginx.base}/{name}"))
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
    wrk(application.base + path, seconds)
    return middle([wrk(application.base + path, seconds) for _ in range(rounds)])


def page_five(base):
    path = FILTERED
    for _ in range(4):
        path = json.loads(get(base + path)[1])["links"]["next"].replace(base, "")
    return path


def database_away(application, seconds):
    """Reads what is ready while PostgreSQL is frozen, goes on, and is killed."""
    server = int(open(os.path.join(os.path.dirname(application.log), ".data/postgresql-18/postmaster.pid")).readline())
    load = subprocess.Popen(["wrk", "-t1", "-c32", f"-d{3 * seconds}s", application.base + TOPIC],
                            stdout=subprocess.PIPE, text=True)
    processes = [server] + [int(p) for p in subprocess.run(
        ["pgrep", "-P", str(server)], capture_output=True, text=True).stdout.split()]
    time.sleep(seconds / 2)
    for process in processes:
        signal_to(process, signal.SIGSTOP)
    time.sleep(seconds)
    for process in processes:
        signal_to(process, signal.SIGCONT)
    time.sleep(seconds / 2)
    for process in processes:
        signal_to(process, signal.SIGKILL)
    out = load.communicate()[0]
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return int(failed.group(1)) if failed else 0, float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))


def signal_to(process, which):
    try:
        os.kill(process, which)
    except ProcessLookupError:
        pass


def plain(url):
    return ()


def zipped(url):
    return ("Accept-Encoding: gzip",)


def known(url):
    return ("If-None-Match: " + get(url)[0]["ETag"],)


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--java", default="java")
    parser.add_argument("--out", default=os.path.join(ROOT, "docs", "performance.md"))
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="bench-")
    seconds, rounds = arguments.seconds, arguments.rounds
    version = subprocess.run([arguments.java, "-version"], capture_output=True, text=True).stderr.splitlines()[0]

    first = Application(arguments.java, folder)
    first.stop()
    without_cache = statistics.median(restart(arguments.java, folder) for _ in range(3))
    Application(arguments.java, folder, learning=True).stop()
    with_cache = statistics.median(restart(arguments.java, folder) for _ in range(3))

    application = Application(arguments.java, folder)
    time.sleep(5)
    resident_after_start = application.resident()
    nginx = Nginx(folder, application, {"topic": TOPIC, "list": LIST, "includes": INCLUDES})
    compared = []
    for title, name, path in (("one topic", "topic", TOPIC), ("list of 20, three fields", "list", LIST),
                              ("topic with all includes", "includes", INCLUDES)):
        for kind, headers in (("", plain), (", gzip", zipped)):
            compared.append((title + kind, side_by_side(application, nginx, name, path, headers, seconds, rounds)))
    compared.append(("`If-None-Match` → 304", side_by_side(application, nginx, "topic", TOPIC, known, seconds, rounds)))
    resident_after_load = application.resident()
    nginx.stop()
    failed_reads, away_rate = database_away(application, seconds)
    application.stop()

    uncached = Application(arguments.java, folder, "-Dketamine-content.http.cache.size=0")
    single = alone(uncached, TOPIC, seconds, rounds)
    small = alone(uncached, page_five(uncached.base), seconds, rounds)
    subprocess.run(["psql", "-q", "-h", "127.0.0.1", "-p", uncached.database_port(), "-U", "postgres", "-v",
                    "ON_ERROR_STOP=1", "-f", os.path.join(ROOT, "src", "bench", "generate.sql")],
                   env=os.environ | {"PGPASSWORD": "postgres"}, check=True)
    large = alone(uncached, page_five(uncached.base), seconds, rounds)
    uncached.stop()
    shutil.rmtree(folder)

    cached = compared[0][1]["ours"]["rate"]
    lines = [
        "# Performance", "",
        f"Written by `src/bench/run.py --seconds {seconds} --rounds {rounds}`: {os.cpu_count()} cores that the load "
        f"generator, nginx, the application and PostgreSQL share; {version}; options of `docker/java-options`. Figures "
        "are medians; a ratio is the median of those of neighbouring runs.", "",
        "## Answers that are kept ready, beside nginx with the same bytes as files", "",
        row("what", "req/s", "nginx req/s", "ratio", "p50 ms", "p99 ms", "failed"), row(*["---"] * 7)]
    for title, found in compared:
        ours = found["ours"]
        lines.append(row(title, round(ours["rate"]), round(found["theirs"]["rate"]), f"{found['ratio']:.2f}",
                         f"{ours['p50']:.2f}", f"{ours['p99']:.2f}", found["failed"]))
    lines += ["", "## Answers that are not kept (cache size 0)", "", row("what", "req/s", "p50 ms", "p99 ms", "failed"),
              row(*["---"] * 5)]
    for title, found in (("one topic by slug", single), ("page 5 of a filtered, sorted list", small),
                         ("the same with 10,000 topics and 10,000 questions more", large)):
        lines.append(row(title, round(found["rate"]), f"{found['p50']:.2f}", f"{found['p99']:.2f}", found["failed"]))
    lines += [
        "", f"One topic that is not kept runs at {single['rate'] / cached:.2f} of the rate of one that is. "
        f"The p50 of the page with 20,000 documents is {large['p50'] / small['p50']:.2f} of that with 87.", "",
        "## Start, memory, and a database that is away", "",
        row("what", "figure"), row("---", "---"),
        row("start to the first 200, warm database", f"{without_cache:.2f} s"),
        row("the same with an AOT cache", f"{with_cache:.2f} s"),
        row("resident memory after start", f"{resident_after_start:.0f} MiB"),
        row("resident memory after load", f"{resident_after_load:.0f} MiB"),
        row("failed reads of a kept topic while PostgreSQL is frozen, goes on, and is killed",
            f"{failed_reads} at {away_rate:.0f} req/s"), ""]
    open(arguments.out, "w").write("\n".join(lines))
    print("\n".join(lines))


def restart(java, folder):
    application = Application(java, folder)
    application.stop()
    return application.started


main()
