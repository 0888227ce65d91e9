package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;
import org.ketaminecontent.testing.WrittenLog;

/** Whatever goes wrong, no address with what somebody looks up comes into the log. */
@ApiTest
class NothingIsWrittenDownTest {

    private static final String WORD = "zanzibarquery";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    @Test
    void of_a_body_that_cannot_be_read() {
        try (var log = WrittenLog.open()) {
            var chunk = "x".repeat(60_000);
            var large = ("%x\r\n".formatted(chunk.length()) + chunk + "\r\n").repeat(20) + "0\r\n\r\n";
            for (var path : new String[] {"/infobutton", "/v1/search", "/studio/sign-in"}) {
                sendAll(path, FORM + "Transfer-Encoding: chunked\r\n", large);
                sendAll(path, FORM + "Transfer-Encoding: chunked\r\n", "ZZ\r\nabc\r\n0\r\n\r\n");
                sendAll(path, FORM + "Content-Length: 100\r\n", "mainSearchCriteria.v.dn=");
                sendAll(path, FORM + "Content-Length: 4\r\n", "q=%" + "z");
                sendAll(path, FORM.replace("urlencoded", "urlencoded;charset=nope") + "Content-Length: 1\r\n", "q");
            }
            Wire.get("/infobutton?mainSearchCriteria.v.dn=" + WORD, "Accept: a");
            Wire.get("/v1/search?q=" + WORD, "Range: bytes=9-1");
            Wire.get("/v1/search?q=" + WORD, "Authorization: Bearer none");
            Wire.get("/docs/none.png?q=" + WORD, "Range: bytes=9-1");

            assertThat(log.lines())
                    .noneMatch(line -> line.contains(WORD))
                    .noneMatch(line -> line.contains("internal error"))
                    .noneMatch(line -> line.contains("QuarkusErrorHandler"))
                    .anyMatch(line -> line.startsWith("org.ketaminecontent.security")
                            && line.contains("401 unauthenticated, GET /v1/search from 127.0.0.1"));
        }
    }

    @Test
    void a_refusal_is_counted() {
        Wire.get("/v1/topics", "Authorization: Bearer none");

        assertThat(Wire.get("/q/metrics").text())
                .containsPattern("security_events_total\\{event=\"unauthenticated\"} [1-9]");
    }

    /** The server may hang up before all is sent. */
    private static String sendAll(String path, String headers, String body) {
        try (var socket = new java.net.Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var request = "POST " + path + "?q=" + WORD + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + headers + "\r\n" + body;
            var answer = new StringBuilder();
            try {
                socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (java.io.IOException e) {
                // What it said before is read all the same.
            }
            try {
                for (int next = socket.getInputStream().read();
                        next >= 0;
                        next = socket.getInputStream().read()) {
                    answer.append((char) next);
                }
            } catch (java.io.IOException e) {
                // Likewise.
            }
            return answer.toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
