package org.ketaminecontent.testing;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged application, run as its users run it: {@code java -jar}, in a folder of its own, on a free port. */
public final class RunningApplication implements AutoCloseable {

    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    /** For a start on a busy machine; an idle one takes a tenth. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration STOPPING = Duration.ofSeconds(60);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final Pattern KEY = Pattern.compile("kc_[0-9A-Za-z]+_[0-9A-Za-z]+");

    private final Path directory;
    private final Path log;
    private final String address;
    private final Process process;

    private RunningApplication(Path directory, Path log, int port, Process process) {
        this.directory = directory;
        this.log = log;
        this.address = "http://localhost:" + port;
        this.process = process;
    }

    /**
     * Starts it, and does not wait.
     *
     * @param directory the working directory
     * @param environment settings, by the names of their environment variables
     */
    public static RunningApplication start(Path directory, Map<String, String> environment) {
        return run(directory, environment);
    }

    /**
     * The same with words after the command.
     *
     * @param words such as {@code verify-audit}
     */
    public static RunningApplication run(Path directory, Map<String, String> environment, String... words) {
        try {
            int port = freePort();
            // Two options spare a short-lived process what only a long-lived one gains from.
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC");
            builder.command().addAll(SharedClasses.options(JAR));
            builder.command().addAll(List.of("-jar", JAR.toString()));
            builder.command().addAll(List.of(words));
            // Settings of whoever runs the tests must not reach the application.
            builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|KETAMINE|JAVA_TOOL).*"));
            builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
            builder.environment().putAll(environment);
            var log = Files.createTempFile(directory, "application-", ".log");
            var process = builder.directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new RunningApplication(directory, log, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A port that nothing listens on. It is below those that systems give to clients (32768 and above), because the
     * application's own connections could take such a one before it listens.
     */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_768);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one is tried.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Waits until it is ready to serve. */
    public RunningApplication awaitReady() {
        return await("ready", () -> status("/q/health/ready") == 200);
    }

    /** Waits until it answers at all. */
    public RunningApplication awaitLive() {
        return await("live", () -> status("/q/health/live") == 200);
    }

    /** Waits until something is so. */
    public RunningApplication await(String state, BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("not " + state + " in " + directory + ":\n" + log());
            }
            pause();
        }
        return this;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it has ended by itself, and returns its exit code. */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running in " + directory + ":\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The address that paths are added to, such as {@code http://localhost:49152}. */
    public String address() {
        return address;
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String path, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(15));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonPath json(String path) {
        return JsonPath.from(get(path).body());
    }

    /** The status of an answer, or 0 where nothing answers. */
    public int status(String path) {
        try {
            return get(path).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** How many documents {@code /v1} says there are, by collection. */
    public Map<String, Integer> counts() {
        var index = json("/v1");
        var counts = new TreeMap<String, Integer>();
        List<Map<String, Object>> collections = index.getList("data");
        collections.forEach(each -> counts.put((String) each.get("type"), (Integer) each.get("count")));
        return counts;
    }

    /** The key that its start made and printed; empty if it printed none. */
    public Optional<String> printedKey() {
        return KEY.matcher(log()).results().map(MatchResult::group).findFirst();
    }

    /** All it has printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the PostgreSQL that runs below the working directory, if one does. */
    public Stream<ProcessHandle> localDatabase() {
        return OwnDatabase.processIn(localFolder());
    }

    private Path localFolder() {
        return directory.resolve(".data/postgresql-18");
    }

    /** Where that PostgreSQL is. */
    public String localUrl() {
        return "jdbc:postgresql://localhost:" + line(localFolder().resolve("postmaster.pid"), "", 3) + "/postgres";
    }

    /** The one value that a query of that PostgreSQL's owner finds. */
    public String localValue(String query) {
        var password = line(localFolder().resolve("pgpass"), "*:*:*:postgres:", 0);
        try (var connection = DriverManager.getConnection(localUrl(), "postgres", password);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Path file, String prefix, int number) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(prefix))
                    .skip(number)
                    .findFirst()
                    .orElseThrow()
                    .substring(prefix.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and that PostgreSQL at once, as a machine does that loses its power. */
    public void killAll() {
        var all = localDatabase()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        process.onExit().join();
    }

    /** Ends it at once, as a crash does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it as an operator does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                var database = localDatabase().toList();
                process.destroyForcibly().waitFor();
                database.forEach(ProcessHandle::destroy);
                throw new AssertionError("did not stop in " + STOPPING + ":\n" + log());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
