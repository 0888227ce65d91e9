package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.Curl;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** The configurations of docs/operating.md do what it says, in the programs that they are for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatingGuideIT {

    private static final Path GUIDE = Path.of("docs/operating.md");
    private static final String NAME = "content.example.org";
    private static final String WORD = "zanzibarquery";
    /** Places of editors and operators, as somebody writes them who wants to slip past a rule. */
    private static final List<String> INSIDE = List.of(
            "/editorial/v1/topics",
            "/editorial",
            "/%65ditorial/v1/topics",
            "//editorial/v1/topics",
            "/v1/../editorial/v1/topics",
            "/v1/%2e%2e/editorial/v1/topics",
            "/./editorial/v1/topics",
            "/editorial//v1/topics",
            "/editorial/v1/topics?state=published",
            "/studio",
            "/studio/sign-in",
            "/q",
            "/q/metrics",
            "/q/health/ready",
            "//q/metrics");

    @TempDir
    static Path directory;

    private static OwnDatabase database;
    private static RunningApplication application;
    private static int publicPort;
    private static int privatePort;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        database = new OwnDatabase(directory.resolve("database")).start();
        privatePort = RunningApplication.freePort();
        var settings = new HashMap<>(database.settings());
        settings.putAll(Map.of(
                "KETAMINE_CONTENT_PACK_DIRECTORY",
                SamplePack.in(directory.resolve("pack")).folder().toString(),
                "KETAMINE_CONTENT_HTTP_PUBLIC_URL",
                "https://" + NAME,
                "KETAMINE_CONTENT_HTTP_TRUSTED_PROXIES",
                "127.0.0.1",
                "KETAMINE_CONTENT_HTTP_PRIVATE_PORT",
                String.valueOf(privatePort),
                "KETAMINE_CONTENT_HTTP_PRIVATE_URL",
                "http://editors.example.org:" + privatePort + "/inside",
                "KETAMINE_CONTENT_ACCESS_BOOTSTRAP_KEY",
                "make",
                "KETAMINE_CONTENT_STUDIO_KEY_SIGN_IN",
                "true"));
        application = RunningApplication.start(directory, settings);
        publicPort = Integer.parseInt(application.address().replaceAll(".*:", ""));
        application.await("ready", () -> Curl.status(inside("/q/health/ready")) == 200);
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=" + NAME,
                "-days",
                "2",
                "-keyout",
                "tls.key",
                "-out",
                "tls.pem");
    }

    @AfterAll
    static void stop() {
        application.close();
        database.close();
    }

    private static String inside(String path) {
        return "http://editors.example.org:" + privatePort + path;
    }

    @Test
    void editors_and_operators_are_on_the_private_port_alone() {
        var outside = "http://localhost:" + publicPort;

        assertThat(INSIDE)
                .allSatisfy(path -> assertThat(Curl.get(outside + path, "-H", "Authorization: Bearer none"))
                        .startsWith("HTTP/1.1 404")
                        .doesNotContain("application_ready", "jvm_"));
        assertThat(Curl.status(outside + "/v1/topics/sample-topic")).isEqualTo(200);
        assertThat(Curl.get(outside + "/v1/topics/sample-topic")).contains("https://" + NAME + "/v1/topics");
        assertThat(Curl.status(inside("/editorial/v1/topics"))).isEqualTo(401);
        assertThat(Curl.status(inside("/q/metrics"))).isEqualTo(200);
        assertThat(Curl.status(inside("/v1/topics/sample-topic"))).isEqualTo(200);
    }

    @Test
    void what_editors_are_led_to_is_on_their_own_address() {
        var own = "http://editors.example.org:" + privatePort + "/inside";
        var key = application.printedKey().orElseThrow();

        assertThat(Curl.get(inside("/editorial/v1/topics"), "-H", "Authorization: Bearer " + key))
                .startsWith("HTTP/1.1 200")
                .contains(own + "/editorial/v1/topics/")
                .doesNotContain("https://" + NAME + "/editorial");
        assertThat(Curl.get(inside("/studio/sign-in"))).contains("action=\"/inside/studio/sign-in\"");
        assertThat(Curl.get(
                        inside("/studio/sign-in"),
                        "-H",
                        "Origin: http://editors.example.org:" + privatePort,
                        "--data-urlencode",
                        "key=" + key))
                .startsWith("HTTP/1.1 303")
                .containsIgnoringCase("location: " + own + "/studio")
                .containsIgnoringCase("path=/inside/studio");
    }

    @Test
    void nginx_serves_readers_alone_and_writes_down_no_words() throws IOException, InterruptedException {
        var program = installed("nginx", "/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx");
        int port = RunningApplication.freePort();
        int plain = RunningApplication.freePort();
        var folder = Files.createDirectory(directory.resolve("nginx"));
        var shown = shown("nginx");
        var configuration = "daemon off;\npid nginx.pid;\nevents {}\nhttp {\n"
                + Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                        .map(each -> each + "_temp_path " + each + ";\n")
                        .collect(Collectors.joining())
                + shown.replace("listen 443", "listen 127.0.0.1:" + port)
                        .replace("listen 80", "listen 127.0.0.1:" + plain)
                        .replace("/etc/ssl/private/content.example.org.key", directory + "/tls.key")
                        .replace("/etc/ssl/content.example.org.pem", directory + "/tls.pem")
                        .replace("/var/log/nginx", folder.toString())
                + "}\n";
        var command =
                List.of(program, "-e", folder + "/start.log", "-p", folder.toString(), "-c", folder + "/nginx.conf");

        Files.writeString(
                folder.resolve("nginx.conf"), configuration.replace("127.0.0.1:8080", "127.0.0.1:" + publicPort));
        try (var nginx = new Program(command, folder, port)) {
            servesReadersAlone(port);
            assertThat(Curl.get("http://" + NAME + ":" + plain + "/v1?x=1"))
                    .startsWith("HTTP/1.1 301")
                    .contains("Location: https://" + NAME + "/v1?x=1");
        }
        Files.writeString(
                folder.resolve("nginx.conf"),
                configuration.replace("127.0.0.1:8080", "127.0.0.1:" + RunningApplication.freePort()));
        try (var nginx = new Program(command, folder, port)) {
            assertThat(Curl.status("https://" + NAME + ":" + port + "/v1/search?q=" + WORD))
                    .isEqualTo(502);
        }
        assertThat(Files.readString(folder.resolve("content.log")))
                .contains("GET /v1/search 200", "GET /v1/search 502");
        assertThat(written(folder)).doesNotContain(WORD);
    }

    @Test
    void caddy_serves_readers_alone_and_writes_down_no_words() throws IOException, InterruptedException {
        var program = installed("caddy", "/usr/bin/caddy", "/usr/local/bin/caddy", "/opt/homebrew/bin/caddy");
        int port = RunningApplication.freePort();
        var folder = Files.createDirectory(directory.resolve("caddy"));
        var configuration = shown("caddyfile")
                .replaceFirst("\\{\n", "{\n\tadmin off\n\tauto_https disable_redirects\n")
                .replace(
                        NAME + " {",
                        "https://" + NAME + ":" + port + " {\n\ttls " + directory + "/tls.pem " + directory
                                + "/tls.key");
        var command = List.of(program, "run", "--adapter", "caddyfile", "--config", folder + "/Caddyfile");

        Files.writeString(
                folder.resolve("Caddyfile"), configuration.replace("127.0.0.1:8080", "127.0.0.1:" + publicPort));
        try (var caddy = new Program(command, folder, port)) {
            servesReadersAlone(port);
        }
        Files.writeString(
                folder.resolve("Caddyfile"),
                configuration.replace("127.0.0.1:8080", "127.0.0.1:" + RunningApplication.freePort()));
        try (var caddy = new Program(command, folder, port)) {
            assertThat(Curl.status("https://" + NAME + ":" + port + "/v1/search?q=" + WORD, "-H", "Referer: " + WORD))
                    .isEqualTo(502);
        }
        assertThat(written(folder)).contains("\"status\":502").doesNotContain(WORD);
    }

    private static void servesReadersAlone(int port) {
        var address = "https://" + NAME + ":" + port;
        assertThat(Curl.get(address + "/v1/topics/sample-topic", "--compressed"))
                .startsWith("HTTP/2 200")
                .containsIgnoringCase("content-encoding: gzip")
                .containsIgnoringCase("strict-transport-security: max-age=31536000")
                .contains("\"https://" + NAME + "/v1/topics/sample-topic\"");
        var etag = Curl.get(address + "/v1/topics").replaceAll("(?is).*\netag: (\\S+).*", "$1");
        assertThat(Curl.status(address + "/v1/topics", "-H", "If-None-Match: " + etag))
                .isEqualTo(304);
        assertThat(Curl.status(address + "/v1/search?q=" + WORD)).isEqualTo(200);
        assertThat(INSIDE)
                .allSatisfy(path -> assertThat(Curl.status(address + path)).isEqualTo(404));
    }

    /** The block of this language in the guide. */
    private static String shown(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(block -> block.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String installed(String name, String... places) {
        var program = Stream.of(places)
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst();
        assumeTrue(program.isPresent(), name + " is not installed here (apt-get install " + name + "); .ci/run has it");
        return program.orElseThrow();
    }

    private static String written(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".log"))
                    .map(OperatingGuideIT::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("run.out").toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    /** A proxy while it runs. */
    private record Program(Process process) implements AutoCloseable {

        Program(List<String> command, Path folder, int port) throws IOException {
            this(begin(command, folder));
            Eventually.until("the proxy answers", () -> Curl.status("https://" + NAME + ":" + port + "/") != 0);
        }

        private static Process begin(List<String> command, Path folder) throws IOException {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("HOME", folder.toString());
            builder.environment().put("XDG_DATA_HOME", folder.toString());
            return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output.log").toFile()))
                    .start();
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
