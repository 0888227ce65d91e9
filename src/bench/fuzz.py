#!/usr/bin/env python3
"""Sends generated requests to the packaged application and looks for failures of the server.

    ./mvnw package -DskipTests && src/bench/fuzz.py [--requests 100000] [--seed 1] [--slowest 10]

Requests are made from openapi/openapi.json and openapi/editorial.json: most nearly right, many hostile. It ends with 1
after any answer of 5xx other than a 503 with Retry-After, any that takes longer than --slowest seconds, and when the
server is gone. Each failure is printed with the number of its request; the same --seed with --only NUMBER prints that
request whole. Needs a JDK. Everything listens on 127.0.0.1 and lives in a temporary folder.
"""
import argparse, atexit, collections, http.client, io, json, os, random, re, shutil, socket, subprocess, sys, tempfile
import time, zipfile
from urllib.parse import quote

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
with open(os.path.join(ROOT, "openapi", "openapi.json")) as description:
    COLLECTIONS = [path.split("/")[2] for path in json.load(description)["paths"] if path.endswith("/{slug}")]
SLUGS = ["what-ketamine-is", "ptsd", "dissociation", "how-fast", "murrough-2013", "off-label", "history", "no-such-thing"]
METHODS = ("get", "post", "put", "patch", "delete", "head")
WORDS = ["ketamine", "mood improved", "but not for long", "[@murrough-2013]", "[[dissociation]]", "## A {#a}", "is safe",
         "a miracle", "| a | b |\n|---|---|", "> quote", "- item", "\u00e9", "\U0001f600", "e\u0301"]
PARTS = ["[@", "[[", "[", "](", "![", "<a", "<!--", ">", "> ", "- ", "*", "**a ", "`", "a.", "x", "\u0301\u0323", "\n", "a\n",
         "&", "\\", "%", "'", '"', ";", "|", "../", "(", "{", "a-", "\t", " "]
TEXTS = ["", " ", "\0", "a\0b", "\ufeff", "\ud800", "\udc00", "\uffff", "\u202e", "null", "NaN", "-1", "0", "1e400", "true",
         "a" * 80, "a" * 81, "a" * 5001, "[]", "{}", "%00", "%", "%ZZ", "../..", "' or 1=1--", "{{7*7}}", "$" + "{7*7}"]
TIMES = ["2027-04-01T12:00:00Z", "2027-04-01T24:00:00Z", "2027-04-01T12:00:60Z", "+300000-01-01T00:00:00Z", "2026-13-45",
         "-300000-01-01T00:00:00Z", "1969-12-31", "2027-02-29", "2026-12-01", "1806200000", "0000-01-01T00:00:00Z",
         "9999-12-31T23:59:59-01:00", "2027-04-01T12:00:00+02:00", "2027-04-01T12:00:00 02:00"]
NUMBERS = [0, 1, -1, 2, 100, 101, 2**31 - 1, 2**31, 2**63, -2**63, 1.5, 1e308, 10**40]
HEADERS = {"Accept": ["application/json", "text/html", "a", "*/*;q=0", "application/json;charset=utf-8", "", "text/*"],
           "Accept-Language": ["en", "de", "*", "xx;q=9", "\u00fc"], "Accept-Encoding": ["gzip", "gzip;q=0", "*;q=0", "br"],
           "If-None-Match": ['"a"', "*", "W/", '"a",' * 50], "If-Modified-Since": ["Thu, 01 Jan 1970 00:00:00 GMT", "x"],
           "Origin": ["https://example.org", "null"], "Range": ["bytes=0-1"], "Expect": ["x"],
           "Idempotency-Key": ["a", "", "k" * 255, "k" * 256]}


class Descriptions:
    """The operations of both descriptions, and values that fit their schemas, more or less."""

    def __init__(self):
        self.random = random.Random()
        self.operations = []
        for name in ("openapi", "editorial"):
            description = json.load(open(os.path.join(ROOT, "openapi", name + ".json")))
            for path, item in sorted(description["paths"].items()):
                for method in METHODS:
                    if method in item:
                        shared = item.get("parameters", []) + item[method].get("parameters", [])
                        self.operations.append((description, method.upper(), path, shared, item[method]))

    def resolved(self, description, schema):
        while "$ref" in schema:
            node = description
            for step in schema["$ref"][2:].split("/"):
                node = node[step]
            schema = node
        return schema

    def hostile(self):
        kind = self.random.random()
        if kind < 0.5:
            return self.random.choice(TEXTS)
        if kind < 0.7:
            return self.random.choice(TIMES)
        if kind < 0.8:
            return self.random.choice(PARTS) * self.random.choice([1, 10, 300, 2_000])
        if kind < 0.83:
            return self.random.choice(PARTS) * 20_000
        return self.random.choice([None, True, [], {}, [None], [{}], {"": None}, *NUMBERS])

    def text(self):
        if self.random.random() < 0.4:
            return self.random.choice(SLUGS)
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.choice([1, 3, 12, 60])))

    def value(self, description, schema, odd, depth=0):
        """A value of a schema; in its place something else with the chance `odd`."""
        if self.random.random() < odd:
            return self.hostile()
        schema = self.resolved(description, schema)
        for several in ("oneOf", "anyOf", "allOf"):
            if several in schema:
                return self.value(description, self.random.choice(schema[several]), odd, depth)
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        kind = schema.get("type", "object" if "properties" in schema else "string")
        if isinstance(kind, list):
            kind = self.random.choice(kind)
        if kind == "object":
            fields = schema.get("properties", {})
            return {name: self.value(description, each, odd, depth + 1) for name, each in fields.items()
                    if depth < 8 and self.random.random() < 0.85}
        if kind == "array":
            count = self.random.choice([0, 1, 1, 2, 4, 300 if self.random.random() < 0.05 else 3])
            return [self.value(description, schema.get("items", {}), odd, depth + 1) for _ in range(count)]
        if kind in ("integer", "number"):
            return self.random.choice([schema.get("minimum", 1), schema.get("maximum", 20), 1, 3])
        if kind == "boolean":
            return self.random.random() < 0.5
        if kind == "null":
            return None
        if schema.get("format") in ("date", "date-time"):
            return self.random.choice(TIMES)
        return self.text()

    def archive(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for _ in range(self.random.choice([0, 1, 3])):
                folder = self.random.choice(COLLECTIONS + ["..", "__MACOSX", "a\\b", "", "pack/topics"])
                name = f"{folder}/{self.random.choice(SLUGS + ['.DS_Store', 'a' * 300])}{self.random.choice(['.md', '.yaml', ''])}"
                front = self.random.choice(["term: No", "term: &a b\nsynonyms: [*a]", "a: [", "? [a]\n: b", "\tterm: a", "term: a"])
                file.writestr(name, f"---\n{front}\n---\n{self.text()}".encode("utf-8", "surrogatepass"))
        made = out.getvalue()
        return made if self.random.random() < 0.5 else made[:self.random.randrange(len(made) + 1)]

    def request(self, known):
        description, method, path, parameters, operation = self.random.choice(self.operations)
        odd = self.random.choice([0, 0.05, 0.2, 0.6])
        query = []
        for parameter in parameters:
            parameter = self.resolved(description, parameter)
            schema = parameter.get("schema", {})
            if parameter["in"] == "path":
                # One number, however many documents are known: what follows is the same when it is sent again.
                names, which = known + SLUGS, self.random.random()
                value = names[int(which * len(names))] if self.random.random() > odd else self.hostile()
                path = path.replace("{" + parameter["name"] + "}", quoted(value) or "x")
            elif parameter["in"] == "query" and self.random.random() < 0.4:
                value = self.value(description, schema, odd)
                if parameter["name"] == "atLeast" and self.random.random() < 0.95:
                    # What is not published yet is waited for: few of these are enough.
                    value = self.random.choice([0, 1])
                query += [(parameter["name"], each) for each in (value if isinstance(value, list) else [value])]
        if self.random.random() < odd / 2:
            query.append((self.random.choice(["preview", "x", "utm_a", "q", "callback"]),
                          self.random.choice(["A." + "0" * 64, "A", self.hostile()])))
        headers = {"User-Agent": "fuzz"}
        for name, values in HEADERS.items():
            if self.random.random() < 0.08:
                headers[name] = self.random.choice(values)
        body = self.body(description, operation, odd, headers)
        if query:
            path += "?" + "&".join(f"{quoted(name)}={quoted(value)}" for name, value in query)
        return method, path, headers, body

    def body(self, description, operation, odd, headers):
        content = operation.get("requestBody", {})
        content = self.resolved(description, content).get("content", {})
        if not content:
            return None
        kind, media = self.random.choice(sorted(content.items()))
        headers["Content-Type"] = kind if self.random.random() > odd / 4 else self.random.choice(
            ["text/plain", "application/json;charset=x", "a", "application/x-www-form-urlencoded"])
        if "zip" in kind:
            return self.archive()
        value = self.value(description, media.get("schema", {}), odd)
        if kind == "application/x-www-form-urlencoded":
            pairs = value.items() if isinstance(value, dict) else [("a", value)]
            return "&".join(f"{quoted(name)}={quoted(each)}" for name, each in pairs).encode()
        text = json.dumps(value)
        if self.random.random() < odd / 3:
            text = self.random.choice([text[:len(text) // 2], "[" * 20_000, text + "}", "", "null", text.replace(":", "", 1)])
        return text.encode()


def quoted(value):
    """As it stands in an address; half a character and a percent sign of its own now and then stay as they are."""
    text = value if isinstance(value, str) else json.dumps(value)
    if text in ("%", "%ZZ", "%00"):
        return text
    return quote(text.encode("utf-8", "surrogatepass"), safe="")[:9_000]


class Server:
    """The packaged application in a folder of its own, with editing on."""

    def __init__(self, package, java):
        self.folder = tempfile.mkdtemp(prefix="fuzz-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = os.path.join(self.folder, "application.log")
        settings = {"quarkus.http.host": "127.0.0.1", "quarkus.http.port": self.port,
                    "ketamine-content.access.bootstrap-key": "renew",
                    "ketamine-content.access.writes-per-minute": 10_000_000}
        self.process = subprocess.Popen(
            [java, "-Xmx512m", *(f"-D{name}={value}" for name, value in settings.items()), "-jar",
             os.path.join(package, "quarkus-run.jar")],
            cwd=self.folder, stdout=open(self.log, "w"), stderr=subprocess.STDOUT)
        atexit.register(self.stop)
        begun = time.time()
        while self.process.poll() is None and time.time() - begun < 300:
            key = re.search(r"kc_[0-9A-Za-z_]{20,}", self.said())
            if key and self.is_ready():
                self.key = key.group()
                return
            time.sleep(0.2)
        raise SystemExit("the application did not start:\n" + self.said())

    def said(self):
        return open(self.log, errors="replace").read()

    def is_ready(self):
        try:
            return self.ask("GET", "/q/health/ready", {}, None)[0] == 200
        except OSError:
            return False

    def ask(self, method, path, headers, body, seconds=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value.encode("latin-1", "replace"))
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def tag_of(self, path, headers):
        """The tag that a write must name, where there is one."""
        document = re.match(r"(/editorial/v1/[a-z-]+/[^/?]+)", path)
        if not document:
            return None
        status, answered, _ = self.ask("GET", document.group(1), {"Authorization": headers["Authorization"]}, None)
        return answered.get("ETag", answered.get("etag")) if status == 200 else None

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def failure(status, headers, seconds, slowest):
    if seconds > slowest:
        return f"took {seconds:.1f} s"
    deliberate = status == 503 and any(name.lower() == "retry-after" for name in headers)
    # Described: oEmbed names it for a format that there is none of.
    return f"answered {status}" if status >= 500 and status != 501 and not deliberate else None


def send(server, made, randomness):
    method, path, headers, body = made
    if path.startswith("/editorial"):
        headers["Authorization"] = "Bearer " + server.key
        if method != "GET" and "{" not in path and randomness.random() < 0.9:
            tag = server.tag_of(path, headers)
            if tag:
                headers["If-Match"] = tag
    begun = time.time()
    status, answered, content = server.ask(method, path, headers, body)
    return status, answered, content, time.time() - begun


def told(made, whole=False):
    method, path, headers, body = made
    shown = {name: value for name, value in headers.items() if name not in ("Authorization", "User-Agent")}
    return f"{method} {path if whole else path[:300]} {shown} {body if whole or body is None else body[:400]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slowest", type=float, default=10, help="seconds")
    parser.add_argument("--only", type=int, help="print this request whole and send it, and no other")
    parser.add_argument("--package", default=os.path.join(ROOT, "target", "quarkus-app"))
    parser.add_argument("--java", default=os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java"))
    arguments = parser.parse_args()
    server = Server(arguments.package, arguments.java)
    descriptions = Descriptions()
    known, statuses, failures = [], collections.Counter(), 0
    numbers = [arguments.only] if arguments.only is not None else range(arguments.requests)
    for number in numbers:
        # Each from a seed of its own, so that one can be made again without those before it.
        randomness = random.Random(f"{arguments.seed} {number}")
        descriptions.random = randomness
        made = descriptions.request(known[-20:])
        if arguments.only is not None:
            print(told(made, whole=True))
        try:
            status, headers, content, seconds = send(server, made, randomness)
        except (OSError, http.client.HTTPException) as e:
            status, headers, content, seconds = f"no answer ({type(e).__name__})", {}, b"", 0
        statuses[status] += 1
        wrong = status if isinstance(status, str) else failure(status, headers, seconds, arguments.slowest)
        if status == 201 and made[1].split("/")[-1] in COLLECTIONS:
            known.append(json.loads(content)["id"])
        if arguments.only is not None:
            print(status, headers, content.decode(errors="replace"))
        if wrong:
            failures += 1
            print(f"request {number} {wrong}: {told(made)}", flush=True)
        if server.process.poll() is not None:
            print("the server is gone:\n" + server.said()[-4000:])
            failures += 1
            break
        if number and number % 10_000 == 0:
            print(number, dict(sorted(statuses.items(), key=str)), flush=True)
    print(f"{sum(statuses.values())} requests:", ", ".join(f"{count} of {status}" for status, count in sorted(
        statuses.items(), key=str)), f"; {failures} failures", flush=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
