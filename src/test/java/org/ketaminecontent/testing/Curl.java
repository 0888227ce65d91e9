package org.ketaminecontent.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends requests as curl does: to a name that no server has, with a certificate that nobody signed, as they are. */
public final class Curl {

    private Curl() {}

    /**
     * The head and the body of an answer.
     *
     * @param url its host is this machine, whatever it is called
     */
    public static String get(String url, String... options) {
        var command = new ArrayList<>(
                List.of("curl", "-sSki", "--path-as-is", "--max-time", "20", "--connect-to", "::127.0.0.1:", url));
        command.addAll(List.of(options));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of an answer; 0 where there is none. */
    public static int status(String url, String... options) {
        var head = get(url, options).split("[ \r\n]", 3);
        return head[0].startsWith("HTTP/") ? Integer.parseInt(head[1]) : 0;
    }
}
