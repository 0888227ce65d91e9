package org.ketaminecontent.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the limits of one connection, between the network and HTTP: a request must be received and answered in time,
 * its answer must be read at a minimum rate, and the memory of both is counted. For requests that are answered at once,
 * it does almost nothing.
 */
final class ConnectionGuard extends ChannelDuplexHandler {

    /** Seconds from the first byte of a request to the first byte of its answer. */
    static final long REQUEST_SECONDS = 60;

    /** Bytes a second. An answer must be read at least at this rate, or else may take up to {@link #SLOW_SECONDS}. */
    static final int LEAST_PACE = 4096;

    static final long SLOW_SECONDS = 30;

    /** Seconds for a client to read why its connection ends, before further data is refused. */
    static final long PARTING_SECONDS = 2;

    private static final long CHECK_SECONDS = 5;
    private static final long MOST_LATE_CHECKS = REQUEST_SECONDS / CHECK_SECONDS;
    private static final long MOST_SLOW_CHECKS = SLOW_SECONDS / CHECK_SECONDS;

    /** Bytes. Nearly all requests are smaller, and are not counted. */
    private static final int USUAL_REQUEST = 4096;

    /** The number of reads after which the protocol of a connection is known. */
    private static final int MOST_LOOKS = 20;

    private final InFlight inFlight;
    private final Part receiving = new Part();
    private final Part writing = new Part();
    private final Part sharing = new Part();

    private @Nullable Channel channel;
    private @Nullable Future<?> checks;
    private volatile boolean isCut;

    /** True once the client was told that the connection ends. */
    private boolean isEnding;

    private int looks;

    /** The number of checks since data was received that has not been answered. */
    private boolean isAsking;

    private int lateChecks;
    private long received;

    /** Bytes of answers that were computed for one request, since the client last had read everything. */
    private long own;

    /** Bytes passed to the network, and the number of them that had been read at the last check. */
    private long handed;

    private long taken;
    private int slowChecks;

    ConnectionGuard(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    /** One kind of bytes held by this connection. */
    private final class Part implements OutgoingBacklog.Holder {

        private long bytes;

        void hold(OutgoingBacklog backlog, long now) {
            if (now != bytes && (now == 0 || !isCut)) {
                bytes = now;
                backlog.hold(this, now);
            }
        }

        @Override
        public void cut() {
            isCut = true;
            var cut = channel;
            if (cut != null) {
                cut.eventLoop().execute(() -> end(cut, ErrorCode.OVERLOADED));
            }
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
        if (!inFlight.enter()) {
            context.close();
        }
        checks = context.executor()
                .scheduleWithFixedDelay(() -> check(context), CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isEnding) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof ByteBuf bytes) {
            isAsking = true;
            received += bytes.readableBytes();
            if (received > USUAL_REQUEST) {
                receiving.hold(inFlight.received, received);
            }
            if (looks < MOST_LOOKS) {
                looks = PipeliningGuard.watch(context.pipeline()) ? MOST_LOOKS : looks + 1;
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (isEnding) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof ByteBuf bytes) {
            isAsking = false;
            lateChecks = 0;
            received = 0;
            receiving.hold(inFlight.received, 0);
            handed += bytes.readableBytes();
            if (!EncodedBody.isShared(bytes)) {
                own += bytes.readableBytes();
            }
        } else if (message instanceof FileRegion file) {
            handed += file.count();
        }
        context.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        count(context.channel());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        count(context.channel());
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (checks != null) {
            checks.cancel(false);
            checks = null;
            inFlight.leave();
        }
        receiving.hold(inFlight.received, 0);
        writing.hold(inFlight.written, 0);
        sharing.hold(inFlight.shared, 0);
        context.fireChannelInactive();
    }

    /** Counts the bytes that wait to be read; usually there are none. */
    private void count(Channel from) {
        long waiting = waiting(from);
        if (waiting == 0) {
            own = 0;
        }
        writing.hold(inFlight.written, Math.min(own, waiting));
        sharing.hold(inFlight.shared, waiting);
    }

    private static long waiting(Channel channel) {
        var out = channel.unsafe().outboundBuffer();
        return out == null ? 0 : Math.max(0, out.totalPendingWriteBytes());
    }

    private void check(ChannelHandlerContext context) {
        count(context.channel());
        lateChecks = isAsking ? lateChecks + 1 : 0;
        slowChecks = isSlow(context.channel()) ? slowChecks + 1 : 0;
        if (lateChecks >= MOST_LATE_CHECKS || slowChecks >= MOST_SLOW_CHECKS) {
            end(context.channel(), ErrorCode.REQUEST_TIMEOUT);
        }
    }

    /**
     * Ends the connection, and sends an error if no part of an answer was sent.
     *
     * @param why the error if the request is incomplete
     */
    private void end(Channel from, ErrorCode why) {
        var http1 = from.pipeline().context(PipeliningGuard.HTTP_1);
        if (isEnding || !isAsking || http1 == null || waiting(from) > 0) {
            from.close();
            return;
        }
        http1.writeAndFlush(
                ClosingAnswer.of(PipeliningGuard.knowsOfWork(from.pipeline()) ? ErrorCode.OVERLOADED : why));
        isEnding = true;
        from.eventLoop().schedule((Runnable) from::close, PARTING_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Tells whether the client has read less than the minimum rate since the last check, though there was more to read.
     */
    private boolean isSlow(Channel from) {
        var out = from.unsafe().outboundBuffer();
        long left = out == null ? 0 : Math.max(0, out.totalPendingWriteBytes() - out.currentProgress());
        long before = taken;
        taken = handed - left;
        return left > 0 && taken - before < LEAST_PACE * CHECK_SECONDS;
    }
}
