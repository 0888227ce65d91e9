package org.ketaminecontent.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * The last answer on a connection (RFC 9112, section 9.6), where there is no request that the server knows: what there was
 * of it is a part, or takes too long. So its problem (RFC 9457) names neither path nor trace.
 */
final class FinalAnswer {

    private FinalAnswer() {}

    /** All bytes of it. */
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
