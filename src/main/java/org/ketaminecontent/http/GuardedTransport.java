package org.ketaminecontent.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * The native transport or the JVM's, with a {@link ConnectionGuard} for each accepted connection: the HTTP server has
 * no deadlines for connections without a complete request.
 */
public final class GuardedTransport implements Transport {

    private final Transport own = Optional.ofNullable(VertxBuilder.nativeTransport())
            .filter(Transport::isAvailable)
            .orElse(JDKTransport.INSTANCE);

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        var factory = own.serverChannelFactory(domainSocket);
        return () -> {
            var server = factory.newChannel();
            server.pipeline().addLast(new Door());
            return server;
        };
    }

    /** Adds a guard to each connection before all other handlers. */
    private static final class Door extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            ((Channel) connection).pipeline().addFirst(new ConnectionGuard(InFlight.present()));
            context.fireChannelRead(connection);
        }
    }

    @Override
    public boolean supportsDomainSockets() {
        return own.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
        return own.supportFileRegion();
    }

    @Override
    public java.net.SocketAddress convert(SocketAddress address) {
        return own.convert(address);
    }

    @Override
    public SocketAddress convert(java.net.SocketAddress address) {
        return own.convert(address);
    }

    @Override
    public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ioRatio) {
        return own.eventLoopGroup(type, threads, factory, ioRatio);
    }

    @Override
    public DatagramChannel datagramChannel() {
        return own.datagramChannel();
    }

    @Override
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return own.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return own.channelFactory(domainSocket);
    }
}
