package org.ketaminecontent.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server of somebody else's that takes requests, keeps them and answers as it is told. */
public final class Receiver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer server;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final List<Request> all = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Answer> answer = request -> new Answer(200, Map.of(), "taken");

    /** A request as it came; names of header fields in lower case. */
    public record Request(String method, String path, Map<String, String> headers, String body, long nanos) {}

    /** What is answered. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    private Receiver(HttpServer server) {
        this.server = server;
    }

    /** One on a free port of this machine. */
    public static Receiver start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var receiver = new Receiver(server);
            server.createContext("/", receiver::take);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "receiver");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = new java.util.TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var request = new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body, System.nanoTime());
        var given = answer.apply(request);
        all.add(request);
        requests.add(request);
        given.headers().forEach(exchange.getResponseHeaders()::set);
        var bytes = given.body().getBytes(StandardCharsets.UTF_8);
        try {
            exchange.sendResponseHeaders(given.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } finally {
            exchange.close();
        }
    }

    /** Its address, such as {@code http://127.0.0.1:49152}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Receiver answering(int status) {
        return answering(request -> new Answer(status, Map.of(), ""));
    }

    public Receiver answering(Function<Request, Answer> how) {
        answer = how;
        return this;
    }

    /** The next request, which is waited for. */
    public Request next() {
        try {
            var request = requests.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("nothing came within " + PATIENCE);
            }
            return request;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All requests so far. */
    public List<Request> all() {
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
