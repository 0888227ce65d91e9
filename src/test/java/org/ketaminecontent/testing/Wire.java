package org.ketaminecontent.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP over a bare socket: no client library puts addresses, headers or bodies right. */
public final class Wire {

    private static final int PATIENCE_MILLISECONDS = 10_000;

    private Wire() {}

    /** An answer as it came; header names in any case. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public @Nullable String header(String name) {
            return headers.get(name);
        }

        /** The headers that are the same whenever it is asked. */
        public Map<String, String> steadyHeaders() {
            var steady = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            steady.putAll(headers);
            steady.remove("Date");
            return steady;
        }

        /** The items of a header that is a list. */
        public List<String> items(String name, String separator) {
            return List.of(headers.getOrDefault(name, "").split(separator));
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return Json.parse(text());
        }

        public String unzipped() {
            try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param headers whole lines, such as {@code Accept: text/csv} */
    public static Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** A request without a body. */
    public static Answer send(String method, String path, String... headers) {
        var lines = Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining());
        return sendRaw(method + " " + path + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                + "\r\nConnection: close\r\n" + lines + "\r\n");
    }

    /** Exactly these characters, each as one byte. */
    public static Answer sendRaw(String request) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer parse(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        var lines = List.of(text.substring(0, end).split("\r\n"));
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        lines.stream()
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .forEach(header -> headers.merge(header[0], header[1], (a, b) -> a + ", " + b));
        return new Answer(
                Integer.parseInt(lines.get(0).split(" ")[1]),
                headers,
                Arrays.copyOfRange(bytes, end + 4, bytes.length));
    }
}
