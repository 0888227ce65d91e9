#!/usr/bin/env python3
"""Attacks the packaged application, with the image's options, while ordinary readers read; says what broke.

    ./mvnw package -DskipTests && src/bench/attack.py [--minutes 10] [--java-home /path/to/jdk-25]

Ordinary readers ask for answers that are kept ready, over connections of their own. Meanwhile one attack follows the other:
hosts and headers that are long or hard to read, slow readers and fast ones, half-sent forms and requests, floods of requests
without waiting for answers, wrong parameters, costly searches, and addresses that nobody asked for before. The exit is 1 where
an ordinary read failed, where one in a hundred took longer than --most-p99, where memory went on growing, or where the
application ended.

Needs a JDK 25. Everything listens on 127.0.0.1, on free ports, and lives in a temporary folder. Each attack is bounded in
connections and in time. It sends nothing to any other machine.
"""
import argparse, atexit, collections, http.client, os, random, re, shutil, signal, socket, subprocess, sys, tempfile, threading, time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PACKAGE = os.path.join(ROOT, "target", "quarkus-app")
KEPT = ["/v1/topics/what-ketamine-is", "/v1/faqs/can-i-drive", "/v1/topics", "/v1/side-effects", "/topics/what-ketamine-is", "/"]
LARGE = "/v1/topics?limit=100&view=full"
INCLUDES = "/v1/side-effects?limit=100&view=full&include=conditions,references,faqs,topics"
READERS = 4
PAUSE = 0.02


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Application:
    """The package as the image runs it, with a PostgreSQL that it starts for itself."""

    def __init__(self, java_home):
        self.folder = tempfile.mkdtemp(prefix="attack-")
        atexit.register(shutil.rmtree, self.folder, ignore_errors=True)
        app = os.path.join(self.folder, "app")
        shutil.copytree(PACKAGE, app)
        options = open(os.path.join(ROOT, "docker", "java-options")).read().split()
        self.port = free_port()
        self.log = os.path.join(self.folder, "application.log")
        self.process = subprocess.Popen(
            [os.path.join(java_home, "bin", "java"), *options, "-Dquarkus.http.host=127.0.0.1",
             f"-Dquarkus.http.port={self.port}",
             "-jar", "quarkus-run.jar"],
            cwd=app, stdout=open(self.log, "w"), stderr=subprocess.STDOUT)
        atexit.register(self.stop)
        begun = time.time()
        while not all(self.status(path) == 200 for path in KEPT):
            if not self.is_alive() or time.time() - begun > 600:
                raise SystemExit("the application did not start:\n" + open(self.log).read())
            time.sleep(0.2)

    def status(self, path):
        try:
            return Reader(self.port).get(path)[0]
        except (OSError, http.client.HTTPException):
            return 0

    def is_alive(self):
        return self.process.poll() is None

    def resident(self):
        try:
            status = open(f"/proc/{self.process.pid}/status").read()
            return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024
        except (OSError, AttributeError):
            return 0

    def stop(self):
        if self.is_alive():
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
        # One that was killed leaves its database behind.
        pid = os.path.join(self.folder, "app", ".data", "postgresql-18", "postmaster.pid")
        if os.path.exists(pid):
            try:
                os.kill(int(open(pid).readline()), signal.SIGINT)
            except (OSError, ValueError):
                pass


class Reader:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


class Ordinary(threading.Thread):
    """Reads what is kept ready, at an ordinary pace; every hundredth time over a new connection."""

    def __init__(self, port, ending):
        super().__init__(daemon=True)
        self.port, self.ending = port, ending
        self.waits, self.failures = [], []

    def run(self):
        reader, reads = Reader(self.port), 0
        while not self.ending.is_set():
            path = KEPT[reads % len(KEPT)]
            reads += 1
            begun = time.perf_counter()
            try:
                status, body = reader.get(path)
                if status != 200 or not body:
                    self.failures.append((time.time(), path, status))
            except (OSError, http.client.HTTPException) as failure:
                self.failures.append((time.time(), path, repr(failure)))
                reader = Reader(self.port)
            self.waits.append(time.perf_counter() - begun)
            if reads % 100 == 0:
                reader.connection.close()
                reader = Reader(self.port)
            time.sleep(PAUSE)


class Attack:
    """What the attacks have in common: bounded connections to one port of this machine."""

    def __init__(self, port, ending):
        self.port, self.ending = port, ending
        self.statuses = collections.Counter()

    def socket(self, receive=None, timeout=10):
        s = socket.socket()
        if receive:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
        s.settimeout(timeout)
        s.connect(("127.0.0.1", self.port))
        return s

    def request(self, path, *headers, host="localhost", method="GET", body=b""):
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", *headers, "", ""]
        return "\r\n".join(lines).encode("latin-1") + body

    def ask(self, raw):
        """Sends a request, reads the answer, and counts its status."""
        try:
            with self.socket() as s:
                s.sendall(raw)
                answer = b""
                while True:
                    part = s.recv(65536)
                    if not part:
                        break
                    if len(answer) < 20:
                        answer += part
                self.statuses[answer[9:12].decode() or "none"] += 1
        except OSError:
            self.statuses["cut"] += 1

    def together(self, count, work):
        """Does the same in many threads at once, each with its number."""
        def safely(i):
            try:
                work(i)
            except OSError:
                self.statuses["cut"] += 1
        threads = [threading.Thread(target=safely, args=(i,), daemon=True) for i in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(90)

    def hold(self, sockets, seconds):
        self.ending.wait(seconds)
        for s in sockets:
            s.close()

    # 1: what is written into every link.

    def long_hosts(self):
        for length in (254, 8_000, 19_000):
            for path in (LARGE, INCLUDES, "/sitemap.xml"):
                self.ask(self.request(path, "Connection: close", host="x" * length))
        for i in range(50):
            self.ask(self.request(LARGE + f"&x{i}=1", "Connection: close", host=f"host-{i}.example"))

    # 2: what is hard to read.

    def hard_headers(self):
        n = 15_000
        names = ["Accept", "Accept-Encoding", "Accept-Language", "If-None-Match", "If-Modified-Since", "Cookie", "Forwarded",
                 "Range", "traceparent", "Content-Type", "Origin", "Authorization"]
        values = ['"a"' + " " * n + '"b"', '"a"' + "\t" * n + '"b"', "," * n, ";" * n, '"' * n, "a;q=0." + "0" * n + "x",
                  "; " * (n // 2), "a/b;q=0.1," * (n // 10), "gzip" + " " * n + "x", "*;q=0" + " " * n + "x", "W/" * (n // 2)]
        def one(i):
            for value in values:
                self.ask(self.request(KEPT[0], f"{names[i]}: {value}", "Connection: close"))
        self.together(len(names), one)

    # 3: what is in flight.

    def slow_readers(self, path=LARGE, count=400, seconds=20):
        """Take next to nothing of a large answer each. Half of them ask for what nobody asked before."""
        sockets = []
        def one(i):
            s = self.socket(receive=4096)
            sockets.append(s)
            own = f"&updatedSince=2001-01-01T00:{i // 60 % 60:02}:{i % 60:02}Z" if i % 2 else ""
            s.sendall(self.request(path + own))
            while not self.ending.is_set() and s.recv(125):
                if self.ending.wait(5):
                    return
        def opened():
            self.together(count, one)
        thread = threading.Thread(target=opened, daemon=True)
        thread.start()
        self.hold([], seconds)
        for s in sockets:
            s.close()
        thread.join(30)

    def fast_readers(self):
        def one(i):
            for j in range(3):
                self.ask(self.request(INCLUDES + f"&updatedSince=2002-01-01T{j:02}:{i // 60 % 60:02}:{i % 60:02}Z",
                                      "Connection: close"))
        self.together(150, one)

    def aborting_readers(self):
        """Ask for what takes long, and are gone."""
        for i in range(300):
            if self.ending.is_set():
                return
            try:
                with self.socket() as s:
                    s.sendall(self.request(INCLUDES + f"&updatedSince=2003-01-01T00:{i // 60 % 60:02}:{i % 60:02}Z"))
            except OSError:
                self.statuses["cut"] += 1

    def half_sent_forms(self):
        sockets = []
        for i in range(250):
            path = ("/infobutton", "/studio/sign-in", "/studio/topics/new")[i % 3]
            try:
                s = self.socket(timeout=5)
                sockets.append(s)
                length = 1_000_000 if i % 2 else 16_000
                s.sendall(self.request(path, "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {length}",
                                       method="POST", body=b"mainSearchCriteria.v.dn=" + b"x" * (length - 2000)))
            except OSError:
                self.statuses["cut"] += 1
        self.hold(sockets, 10)

    def half_sent_requests(self):
        """Send a header a second, and never the last."""
        sockets = []
        for i in range(400):
            try:
                s = self.socket(timeout=5)
                s.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Filler: " + b"x" * 8000)
                sockets.append(s)
            except OSError:
                self.statuses["cut"] += 1
        for _ in range(10):
            for s in sockets:
                try:
                    s.sendall(b"\r\nX: y")
                except OSError:
                    self.statuses["cut"] += 1
            if self.ending.wait(1):
                break
        self.hold(sockets, 0)

    def pipelined_requests(self):
        """Ask on and on without reading."""
        sockets = []
        for i in range(20):
            try:
                s = self.socket(receive=4096, timeout=2)
                sockets.append(s)
                s.sendall(self.request((LARGE, KEPT[0], INCLUDES)[i % 3]) * 5000)
            except OSError:
                self.statuses["cut"] += 1
        self.hold(sockets, 5)

    # 4: what is explained at length, and what costs much.

    def wrong_parameters(self):
        def one(i):
            for path in ("/v1/topics", "/v1/search", "/oembed", "/infobutton", "/embed/faqs"):
                self.ask(self.request(path + "?" + "&".join(f"x{i}y{j}=1" for j in range(800)), "Connection: close"))
                self.ask(self.request(path + "?theme=" + "&theme=".join(f"x{j}" for j in range(700)), "Connection: close"))
        self.together(8, one)

    def costly_questions(self):
        criteria = "&".join(f"mainSearchCriteria.v.dn{j}=ketamine+depression+number{j}" for j in range(20))
        codes = "&".join(f"code=icd-10-cm%7CF33.{j}" for j in range(20))
        def one(i):
            self.ask(self.request(f"/infobutton?{criteria}+{i}", "Connection: close"))
            self.ask(self.request(f"/v1/lookup?{codes}{i}", "Connection: close"))
            self.ask(self.request(f"/v1/search?limit=100&facets=type&q=ketamin+depresion+infushion+{i}", "Connection: close"))
        self.together(60, one)

    def new_addresses(self):
        """Crowd what is kept with what nobody asked before."""
        def one(i):
            for j in range(40):
                self.ask(self.request(LARGE + f"&updatedSince=2004-01-{1 + i:02}T00:00:{j:02}Z", "Connection: close"))
        self.together(10, one)

    def all(self):
        return [self.long_hosts, self.hard_headers, self.slow_readers, self.fast_readers, self.aborting_readers,
                self.half_sent_forms, self.half_sent_requests, self.pipelined_requests, self.wrong_parameters,
                self.costly_questions, self.new_addresses]


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--java-home", default=os.environ.get("JAVA_HOME", "/usr"))
    parser.add_argument("--most-p99", type=float, default=500, help="milliseconds that one in a hundred ordinary reads may take")
    parser.add_argument("--growth", type=float, default=25, help="percent that memory may grow by in the second half")
    parser.add_argument("--only", help="names of attacks, with commas")
    arguments = parser.parse_args()
    application = Application(arguments.java_home)
    ending = threading.Event()
    readers = [Ordinary(application.port, ending) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    time.sleep(5)
    attack = Attack(application.port, ending)
    attacks = [each for each in attack.all() if not arguments.only or each.__name__ in arguments.only.split(",")]
    begun, memory, done = time.time(), [(0, application.resident())], 0
    print(f"{memory[0][1]:.0f} MiB before the first attack", flush=True)
    while time.time() - begun < 60 * arguments.minutes and application.is_alive():
        each = attacks[done % len(attacks)]
        done += 1
        attack.statuses.clear()
        before = sum(len(reader.failures) for reader in readers)
        marks = [len(reader.waits) for reader in readers]
        since = time.time()
        each()
        waits = [wait for reader, mark in zip(readers, marks) for wait in reader.waits[mark:]]
        failed = sum(len(reader.failures) for reader in readers) - before
        memory.append((time.time() - begun, application.resident()))
        print(f"{memory[-1][0]:5.0f} s  {each.__name__:<20} {time.time() - since:5.1f} s  {memory[-1][1]:4.0f} MiB  "
              f"{len(waits)} ordinary reads, {failed} failed, p99 {1000 * percentile(waits, 0.99):.0f} ms, slowest "
              f"{1000 * max(waits, default=0):.0f} ms  {dict(attack.statuses)}", flush=True)
    ending.set()
    for reader in readers:
        reader.join(15)
    waits = [wait for reader in readers for wait in reader.waits]
    failures = [failure for reader in readers for failure in reader.failures]
    half = len(memory) // 2
    first, second = max(m for _, m in memory[:half + 1]), max(m for _, m in memory[half:])
    p99 = 1000 * percentile(waits, 0.99)
    alive = application.is_alive()
    lines = sum(1 for _ in open(application.log))
    print(f"{done} attacks in {arguments.minutes:g} minutes: {len(waits)} ordinary reads, {len(failures)} failed, p50 "
          f"{1000 * percentile(waits, 0.5):.1f} ms, p99 {p99:.0f} ms; resident memory at most {first:.0f} MiB in the first half "
          f"and {second:.0f} MiB in the second; {lines} lines of log; the application is {'alive' if alive else 'gone'}")
    for failure in failures[:10]:
        print("  failed:", *failure[1:])
    broken = [text for text, is_so in (
        ("ordinary reads failed", failures), (f"p99 is over {arguments.most_p99:g} ms", p99 > arguments.most_p99),
        ("memory went on growing", second > first * (1 + arguments.growth / 100)), ("the application ended", not alive)) if is_so]
    if broken:
        print("BROKEN: " + "; ".join(broken))
        print(open(application.log).read()[-3000:])
        sys.exit(1)


if __name__ == "__main__":
    main()
