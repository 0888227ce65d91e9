package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A connection has so much time, and so much memory. The clock is the test's own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionGuardTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new ConnectionGuard(InFlight.present()));

    ConnectionGuardTest() {
        channel.freezeTime();
    }

    @Test
    void a_request_that_goes_on_and_on_ends_with_its_connection() {
        for (int i = 0; i < 4; i++) {
            receive(1);
            pass(10);
        }
        assertThat(channel.isOpen()).isTrue();

        receive(1);
        pass(30);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void who_sends_too_slowly_is_told() {
        speakHttp();
        receive("POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nq");

        pass(61);

        assertThat(sent()).startsWith("HTTP/1.1 408 ").contains("\"code\":\"request-timeout\"", "Connection: close");
        assertThat(channel.isOpen()).isTrue();
        send("late");
        assertThat(sent()).isEmpty();
        pass(3);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whose_headers_do_not_end_is_told() {
        speakHttp();
        receive("GET / HTTP/1.1\r\nHost: local");

        pass(61);

        assertThat(sent()).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void whose_request_is_there_and_not_answered_is_told_to_come_again() {
        speakHttp();
        receive("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

        pass(61);

        assertThat(sent()).startsWith("HTTP/1.1 503 ").contains("Retry-After: 2\r\n", "\"code\":\"overloaded\"");
    }

    @Test
    void whose_request_is_too_much_together_with_others_is_told_to_come_again() {
        var small = new EmbeddedChannel(new ConnectionGuard(new InFlight(10_000, 10)));
        speakHttp(small);

        small.writeInbound(Unpooled.wrappedBuffer("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII)));
        small.writeInbound(Unpooled.wrappedBuffer(new byte[20_000]));
        small.runPendingTasks();

        assertThat(sent(small)).startsWith("HTTP/1.1 503 ").contains("Retry-After: 2\r\n");
    }

    @Test
    void nothing_is_told_after_an_answer_has_begun() {
        speakHttp();
        receive("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        send("HTTP/1.1 200 OK");
        sent();

        pass(61);

        assertThat(sent()).isEmpty();
    }

    private void speakHttp() {
        speakHttp(channel);
    }

    /** Under the names that the server has for its handlers. */
    private static void speakHttp(EmbeddedChannel of) {
        of.pipeline()
                .addLast("httpDecoder", new HttpRequestDecoder())
                .addLast(PipeliningGuard.HTTP_1, new HttpResponseEncoder());
    }

    private void receive(String request) {
        channel.writeInbound(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
    }

    /** As the server's own handlers do. */
    private void send(String answer) {
        channel.pipeline()
                .context("httpDecoder")
                .writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII));
    }

    private String sent() {
        return sent(channel);
    }

    private static String sent(EmbeddedChannel by) {
        var text = new StringBuilder();
        for (ByteBuf bytes = by.readOutbound(); bytes != null; bytes = by.readOutbound()) {
            text.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.release();
        }
        return text.toString();
    }

    @Test
    void a_connection_that_is_answered_lives_on() {
        for (int i = 0; i < 20; i++) {
            receive(100);
            pass(15);
            channel.writeOutbound(Unpooled.copiedBuffer("answer", StandardCharsets.US_ASCII));
            pass(15);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void beyond_the_bound_the_one_that_has_held_the_longest_is_cut() {
        var cut = new ArrayList<String>();
        var backlog = new OutgoingBacklog(100);
        OutgoingBacklog.Holder first = () -> cut.add("first");
        OutgoingBacklog.Holder second = () -> cut.add("second");
        OutgoingBacklog.Holder third = () -> cut.add("third");

        backlog.hold(first, 10);
        backlog.hold(second, 50);
        backlog.hold(first, 40);
        assertThat(cut).isEmpty();
        backlog.hold(third, 60);

        assertThat(cut).containsExactly("first", "second");
        assertThat(backlog.total()).isEqualTo(60);
        backlog.hold(third, 0);
        backlog.hold(first, 0);
        assertThat(backlog.total()).isZero();
    }

    @Test
    void so_many_requests_may_wait_for_answers() {
        var piped = new EmbeddedChannel(new PipeliningGuard());
        for (int i = 0; i < 3 * PipeliningGuard.MOST; i++) {
            ask(piped);
            piped.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        }
        for (int i = 0; i < PipeliningGuard.MOST; i++) {
            ask(piped);
        }
        assertThat(piped.isOpen()).isTrue();

        ask(piped);

        assertThat(piped.isOpen()).isFalse();
    }

    @Test
    void answers_that_the_client_does_not_read_count_like_requests_that_wait() {
        var piped = new EmbeddedChannel(new PipeliningGuard());
        for (int i = 0; i < PipeliningGuard.MOST; i++) {
            ask(piped);
            piped.writeOneOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        }
        assertThat(piped.isOpen()).isTrue();

        ask(piped);

        assertThat(piped.isOpen()).isFalse();
    }

    private static void ask(EmbeddedChannel piped) {
        piped.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    }

    private void receive(int bytes) {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds && channel.isOpen(); i++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }
}
