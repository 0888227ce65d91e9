package org.ketaminecontent.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes connections with too many pipelined requests (RFC 9112, section 9.3.2), whether they wait for their answers or their
 * answers wait to be read: each takes a hundred times the memory of its bytes.
 */
final class PipeliningGuard extends ChannelDuplexHandler {

    static final int MOST = 100;

    static final String HTTP_1 = "httpEncoder";

    /** Requests without an answer that the network has taken whole. */
    private int unanswered;

    /** True while an informational response is written, which answers nothing. */
    private boolean isInformational;

    /** True if the latest request was received completely. */
    private boolean isWhole;

    private boolean isCut;

    /** Begins to watch a connection that is known to use HTTP/1. */
    static boolean watch(ChannelPipeline pipeline) {
        boolean isHttp1 = pipeline.get(HTTP_1) != null;
        if (isHttp1) {
            pipeline.addAfter(HTTP_1, null, new PipeliningGuard());
        }
        return isHttp1;
    }

    /** Tells whether a complete request waits for its answer. */
    static boolean knowsOfWork(ChannelPipeline pipeline) {
        var guard = pipeline.get(PipeliningGuard.class);
        return guard != null && guard.unanswered > 0 && guard.isWhole;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest && ++unanswered > MOST) {
            isCut = true;
            context.close();
        }
        isWhole = message instanceof LastHttpContent;
        if (isCut) {
            // A request that begins here would never end.
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            isInformational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && !isInformational) {
            context.write(message, promise.unvoid().addListener(written -> unanswered--));
        } else {
            context.write(message, promise);
        }
    }
}
