package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.cache.ReaderTurns;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.delivery.ApiAnswers;
import org.ketaminecontent.delivery.FailingDelivery;
import org.ketaminecontent.delivery.WaitingDelivery;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.Wire;

/** What requests and answers take while they are under way is counted, bounded, and given back. */
@ApiTest
class InFlightTest {

    private static final String LARGE = "/v1/topics?limit=100&view=full";
    private static final String SMALL = "/v1/faqs?limit=1&fields=question";
    private static final String KEPT = "/v1/topics/what-ketamine-is";
    private static final int SMALL_WINDOW = 2048;

    /** Large answers: together more than the system itself takes in for one connection. */
    private static final int MANY = 20;

    /** Headers of as many answers. */
    private static final int LITTLE = 60_000;

    @Inject
    ReaderTurns admission;

    @Inject
    ResponseCache cache;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hang_up() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    void an_answer_that_nobody_takes_is_counted_until_its_client_is_gone() throws IOException {
        send(Stream.generate(() -> get(unasked(LARGE))).limit(MANY).collect(Collectors.joining()));

        await(() -> InFlight.present().written.total() > 100_000);
        hang_up();
        await(() -> InFlight.present().written.total() < LITTLE);
        await(() -> InFlight.present().shared.total() < LITTLE);
    }

    @Test
    void what_is_kept_ready_is_counted_apart() throws IOException {
        Wire.get(LARGE);
        Wire.get(LARGE);
        send(("GET " + LARGE + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port + "\r\n\r\n").repeat(MANY));

        await(() -> InFlight.present().shared.total() > 500_000);
        assertThat(InFlight.present().written.total()).isLessThan(LITTLE);
    }

    @Test
    void a_half_sent_form_is_counted_and_holds_no_thread() throws IOException {
        for (int i = 0; i < 3; i++) {
            send(
                    "POST /studio/topics/new HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 500000\r\n\r\n" + "x".repeat(400_000));
        }

        await(() -> InFlight.present().received.total() >= 3 * 400_000);
        assertThat(Thread.getAllStackTraces().values())
                .noneMatch(stack ->
                        Stream.of(stack).anyMatch(frame -> frame.getClassName().contains("VertxInputStream")));
        hang_up();
        await(() -> InFlight.present().received.total() < LITTLE);
    }

    @Test
    void who_asks_on_and_on_without_taking_answers_is_cut() throws IOException {
        var socket = send(("GET " + KEPT + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(50));

        await(() -> {
            try {
                socket.getOutputStream()
                        .write(("GET " + KEPT + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .repeat(2000)
                                .getBytes(StandardCharsets.US_ASCII));
                return false;
            } catch (IOException cut) {
                return true;
            }
        });
    }

    @Test
    void as_many_as_come_are_answered_in_turn() {
        var answers = together(60, i -> Wire.get(unasked(SMALL)).status());

        assertThat(answers).containsOnly(200);
        await(() -> admission.free() == ReaderTurns.AT_ONCE);
    }

    @Test
    void who_is_gone_gives_the_turn_back() throws IOException {
        for (int i = 0; i < 40; i++) {
            send(get(unasked(SMALL))).close();
        }

        assertThat(Wire.get(unasked(SMALL)).status()).isEqualTo(200);
        await(() -> admission.free() == ReaderTurns.AT_ONCE);
    }

    @Test
    void whom_no_turn_comes_to_is_told_to_come_again() {
        Wire.get(KEPT);
        var delivery = new WaitingDelivery(new Failure(ErrorCode.NOT_FOUND, "none"));
        QuarkusMock.installMockForType(delivery, ApiAnswers.class);
        var waiting = IntStream.range(0, ReaderTurns.AT_ONCE)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Wire.get("/v1/faqs?updatedSince=" + "2001-01-01T00:00:" + (10 + i) + "Z")
                                .status(),
                        task -> new Thread(task).start()))
                .toList();
        await(() -> admission.free() == 0);

        var refused = Wire.get(unasked(SMALL));

        ProblemTest.assertProblem(refused, 503, "overloaded");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Wire.get(KEPT).status()).isEqualTo(200);
        assertThat(Wire.get("/q/health/ready").status()).isEqualTo(200);
        delivery.go();
        assertThat(waiting).extracting(CompletableFuture::join).containsOnly(404);
        await(() -> admission.free() == ReaderTurns.AT_ONCE);
    }

    @Test
    void large_lists_wait_for_room_and_leave_it() {
        int all = admission.room().availablePermits();
        var answers = together(40, i -> Wire.get(unasked(LARGE)).status());

        assertThat(answers).containsOnly(200);
        await(() -> admission.room().availablePermits() == all);
    }

    @Test
    void what_there_is_no_room_for_is_refused_and_what_is_small_is_not() {
        int all = admission.room().drainPermits();

        var list = Wire.get(unasked(LARGE));
        cache.drop(Set.of("topics/what-ketamine-is"));
        var page = Wire.get("/topics/what-ketamine-is");
        var brief = Wire.get(unasked("/v1/topics?fields=title"));
        admission.room().release(all);

        ProblemTest.assertProblem(list, 503, "overloaded");
        assertThat(list.header("Retry-After")).isEqualTo("2");
        assertThat(page.status()).isEqualTo(503);
        assertThat(brief.status()).isEqualTo(200);
        await(() -> admission.free() == ReaderTurns.AT_ONCE && admission.room().availablePermits() == all);
    }

    @Test
    void failures_write_a_line_each_and_not_many() {
        QuarkusMock.installMockForType(new FailingDelivery(new IllegalStateException("zanzibar")), ApiAnswers.class);
        var lines = new ArrayList<LogRecord>();
        var log = Logger.getLogger("org.ketaminecontent.answers");
        var collector = new Handler() {
            @Override
            public synchronized void publish(LogRecord line) {
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(collector);

        var statuses = IntStream.range(0, 30)
                .mapToObj(i -> Wire.get(unasked(SMALL)).status())
                .toList();

        log.removeHandler(collector);
        assertThat(statuses).containsOnly(500);
        assertThat(lines)
                .hasSizeBetween(1, LogRate.LINES_A_MINUTE)
                .allMatch(line -> line.getThrown() == null)
                .noneMatch(line -> line.getMessage().contains("zanzibar")
                        || line.getMessage().contains("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/topics/what-ketamine-is, X: y",
        "HEAD, /v1/topics/what-ketamine-is, X: y",
        "GET, /v1/topics/what-ketamine-is, If-None-Match: *",
        "GET, /v1/topics/what-ketamine-is, Accept-Encoding: gzip",
        "HEAD, /v1/faqs?limit=2&theme=safety, X: y",
        "GET, /v1/topics/no-such-topic, X: y",
        "OPTIONS, /v1/topics, Origin: https://example.org",
        "POST, /v1/topics, Content-Length: 0",
        "GET, /assets/site.css, X: y",
        "GET, /assets/site.css, Accept-Encoding: gzip",
        "GET, /v1/openapi.json, X: y",
        "GET, /v1/changes, X: y",
        "GET, /nowhere, X: y"
    })
    void one_connection_takes_any_number_of_requests_in_turn(String method, String path, String header)
            throws IOException {
        int atOnce = PipeliningGuard.MOST / 4;
        var request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n";
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(5000);
            for (int i = 1; i <= 6; i++) {
                socket.getOutputStream().write(request.repeat(atOnce).getBytes(StandardCharsets.US_ASCII));
                takeAnswers(socket, atOnce);
            }
        }
    }

    private static void takeAnswers(Socket socket, int count) throws IOException {
        var text = new StringBuilder();
        var buffer = new byte[65_536];
        while (text.toString().split("HTTP/1.1 ", -1).length <= count) {
            int read = socket.getInputStream().read(buffer);
            assertThat(read)
                    .as("bytes after " + text.toString().split("HTTP/1.1 ", -1).length)
                    .isPositive();
            text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    /** A list that is not kept: nobody asked for it before. */
    private static String unasked(String list) {
        var unique = Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 1_000_000_000L);
        return list + "&updatedSince=2001-01-01T00:00:00." + String.format("%09d", unique) + "Z";
    }

    private Socket send(String request) throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.setSoTimeout(5000);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static List<Integer> together(int count, java.util.function.IntFunction<Integer> work) {
        var asked = IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), task -> new Thread(task).start()))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static void await(BooleanSupplier reached) {
        Eventually.until("it is reached", reached::getAsBoolean);
    }
}
