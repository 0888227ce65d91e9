package org.ketaminecontent.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * The last answer on a connection (RFC 9112, section 9.6), for a request that is incomplete or too slow. Its problem
 * (RFC 9457) has neither path nor trace id.
 */
final class ClosingAnswer {

    private ClosingAnswer() {}

    /** The bytes of the whole answer. */
    static ByteBuf of(ErrorCode code) {
        var body = """
                {"type":"/v1/problems/%1$s","title":"%2$s","status":%3$d,"detail":"%4$s","code":"%1$s","errors":[]}""".formatted(code.code(), code.title, code.status, code.explanation);
        var head = """
                HTTP/1.1 %d %s\r
                Content-Type: %s\r
                Content-Length: %d\r
                Cache-Control: no-store\r
                Access-Control-Allow-Origin: *\r
                %sConnection: close\r
                \r
                """.formatted(
                        code.status,
                        code.title,
                        Problem.MEDIA_TYPE,
                        body.getBytes(StandardCharsets.UTF_8).length,
                        code == ErrorCode.OVERLOADED ? "Retry-After: " + ErrorCode.RETRY_AFTER_SECONDS + "\r\n" : "");
        return Unpooled.copiedBuffer(head + body, StandardCharsets.UTF_8);
    }
}
